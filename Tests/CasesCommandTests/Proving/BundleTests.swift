import Casework
import Digest
import Foundation
import Ledger
import TestSupport
import Testing

@Suite("A bundle", .serialized)
struct BundleTests {
    @Test("is verified by verify.py alone and by the program, in the same words")
    func whole() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("report", "acme-seizure", "--bundle", "bundle")
            let words = """
                8 events of the log example.org/cases verified
                checkpoint of size 8, signed by \(key)

                """
            let python = try await desk.program.run(shell: "python3 bundle/verify.py '\(key)'")
            #expect(python.output == words && python.exitCode == 0)
            let own = try await desk.done("verify", "--bundle", "bundle", "--signed-by", "\(key)")
            #expect(own.output == words)
            let sums = try await desk.program.run(
                shell: "cd bundle && sha256sum --check --strict --quiet SHA256SUMS")
            #expect(sums.exitCode == 0)
            let report = try await desk.done("report", "acme-seizure", "--out", "report.html")
            #expect(report.exitCode == 0)
            #expect(try desk.text(of: "bundle/report.html") == desk.text(of: "report.html"))
            let bodies = try await desk.texts("SELECT body::text FROM WS.event ORDER BY position")
            let lines = try desk.text(of: "bundle/events.jsonl").split(separator: "\n")
            #expect(try lines.map { try JSON(String($0))["body"].string } == bodies)
        }
    }

    @Test("keeps the content of an event back and still proves its place")
    func withheld() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done(
                "report", "acme-seizure", "--bundle", "bundle",
                "--withhold", "acme-seizure/warning")
            let python = try await desk.program.run(shell: "python3 bundle/verify.py '\(key)'")
            #expect(
                python.output == """
                    8 events of the log example.org/cases verified
                    checkpoint of size 8, signed by \(key)
                    bodies withheld: 1; of those events only the headers are proved

                    """)
            let salt = try await desk.texts(
                "SELECT encode(salt, 'hex') FROM WS.event WHERE position = 7")[0]
            for secret in [salt, "warns", "taking control"] {
                let found = try await desk.program.run(shell: "grep -rl '\(secret)' bundle")
                #expect(found.output.isEmpty, "\(secret)")
            }
        }
    }

    @Test("goes into a new folder only, and has only events that the checkpoint covers")
    func refused() async throws {
        try await Desk.withAcme { desk in
            _ = try await desk.newKey()
            let unsigned = try await desk.run("report", "acme-seizure", "--bundle", "bundle")
            #expect(unsigned.exitCode == 4)
            try await desk.done("log", "sign", "--key", "log.key")
            try desk.write("mine", to: "taken/notes.txt")
            let taken = try await desk.run("report", "acme-seizure", "--bundle", "taken")
            #expect(taken.exitCode == 73)
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            let newer = try await desk.run(
                "report", "acme-seizure", "--bundle", "bundle", "--withhold", "acme-seizure#4")
            #expect(newer.exitCode == 4)
            try await desk.done("report", "acme-seizure", "--bundle", "bundle")
            #expect(try desk.text(of: "bundle/events.jsonl").split(separator: "\n").count == 8)
        }
    }

    @Test("damaged in any way is refused by both verifiers, with the same words")
    func damaged() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done(
                "report", "acme-seizure", "--bundle", "bundle",
                "--withhold", "acme-seizure/warning")
            let whole = try BundleFiles(readingFolder: desk.path(of: "bundle"))
            let damages = whole.damages
            #expect(damages.count > 600)
            for (number, files) in damages.enumerated() {
                try files.write(to: desk.path(of: "damaged/\(number)"))
            }
            let own = (0..<damages.count).map { number in
                BundleVerification(of: desk.path(of: "damaged/\(number)"), signedBy: key).lines
            }
            try desk.write(BundleTests.driver, to: "all.py")
            let told = try await desk.program.run(
                shell: "python3 all.py bundle '\(key)' damaged \(damages.count)")
            let python = try told.lines.map { try JSON($0).elements.compactMap(\.string) }
            #expect(python.count == damages.count, Comment(rawValue: told.errors))
            for (number, (ours, theirs)) in zip(own, python).enumerated() {
                #expect(ours == theirs, "\(damages[number].what)")
                let isAccepted = ours.contains { $0.hasSuffix(" verified") }
                #expect(isAccepted == damages[number].isHarmless, "\(damages[number].what)")
            }
        }
    }

    /// Runs the verifier of a bundle on many folders, and prints what it says of each as JSON.
    private static let driver = """
        import json, pathlib, sys
        sys.dont_write_bytecode = True
        bundle, key, folder, count = sys.argv[1:]
        sys.path.insert(0, bundle)
        import verify
        for number in range(int(count)):
            found = verify.Bundle(pathlib.Path(folder) / str(number), verify.Key(key))
            print(json.dumps(found.lines()))
        """
}

/// The files of a bundle in memory, to be damaged.
struct BundleFiles {
    /// Whether a changed bundle is still a true one.
    enum Harm {
        case always
        /// Where SHA256SUMS is made to fit: files more, an event less at the end of its stream.
        case untilSummed
        case none
    }

    var files: [String: [UInt8]]
    var what = "whole"
    var harm = Harm.always

    var isHarmless: Bool { harm == .none }

    init(readingFolder path: String) throws {
        let names = ["README.txt", "SHA256SUMS", "checkpoint", "events.jsonl", "verify.py"]
        let proofs = try FileManager.default.contentsOfDirectory(atPath: "\(path)/proofs")
        files = try Dictionary(
            uniqueKeysWithValues: (names + proofs.map { "proofs/\($0)" }).map {
                ($0, Array(try Data(contentsOf: URL(fileURLWithPath: "\(path)/\($0)"))))
            })
    }

    func write(to path: String) throws {
        for (name, bytes) in files {
            let file = URL(fileURLWithPath: "\(path)/\(name)")
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }

    /// Every damage, with SHA256SUMS left as it was, and made to fit.
    var damages: [BundleFiles] {
        let own = bitsChanged + linesMoved + filesMoved
        return own + own.filter { $0.files["SHA256SUMS"] == files["SHA256SUMS"] }.map(\.summed)
    }

    private func with(
        _ name: String, _ bytes: [UInt8]?, _ what: String, _ harm: Harm = .always
    ) -> BundleFiles {
        var damaged = self
        damaged.files[name] = bytes
        (damaged.what, damaged.harm) = ("\(name): \(what)", harm)
        return damaged
    }

    private var targets: [String] {
        ["checkpoint", "events.jsonl", "proofs/8.tlog-proof", "SHA256SUMS"]
    }

    /// One bit in each of many bytes, chosen so that every kind of place is among them.
    private var bitsChanged: [BundleFiles] {
        targets.flatMap { name in
            let bytes = files[name] ?? []
            return stride(from: 0, to: bytes.count, by: max(1, bytes.count / 80)).map { place in
                var changed = bytes
                changed[place] ^= 1 << UInt8(place % 7)
                return with(name, changed, "bit \(place % 7) of byte \(place)")
            }
        }
    }

    /// Lines left out, doubled and swapped, and a file that is cut short.
    private var linesMoved: [BundleFiles] { targets.flatMap(linesMoved) }

    private func linesMoved(in name: String) -> [BundleFiles] {
        let bytes = files[name] ?? []
        let lines = bytes.split(separator: 0x0a, omittingEmptySubsequences: false)
        let isSums = name == "SHA256SUMS"
        let moved = lines.indices.dropLast().flatMap { index in
            var (swapped, doubled, shorter) = (lines, lines, lines)
            swapped.swapAt(index, index + 1)
            doubled.insert(lines[index], at: index)
            shorter.remove(at: index)
            // The order of the sums says nothing; an empty line among them is none.
            let isLast = index == lines.count - 2
            let all: [(String, [ArraySlice<UInt8>], Harm)] = [
                ("swapped", swapped, isSums && !isLast ? .none : .always),
                ("doubled", doubled, isSums ? .none : .always),
                (
                    "left out", shorter,
                    name == "events.jsonl" && endsStream(index) ? .untilSummed : .always
                ),
            ]
            return all.filter { $0.1 != lines }.map { what, lines, harm in
                with(name, Array(lines.joined(separator: [0x0a])), "line \(index) \(what)", harm)
            }
        }
        let unended: Harm = isSums ? .none : name == "events.jsonl" ? .untilSummed : .always
        return moved + [
            with(name, bytes.dropLast(), "its last byte left out", unended),
            with(name, [], "empty"),
        ]
    }

    /// Whether the event in a line is the last of its stream: the case has the last three.
    private func endsStream(_ line: Int) -> Bool { line < 5 || line == 7 }

    /// Files that are missing, that were not there, and that took each other's place.
    private var filesMoved: [BundleFiles] {
        let missing = targets.map { with($0, nil, "missing") }
        let added = ["more.txt", "proofs/99.tlog-proof"].map {
            with($0, [0x61], "added", .untilSummed)
        }
        let other = with(
            "proofs/8.tlog-proof", files["proofs/7.tlog-proof"], "that of another event")
        return missing + added + [other]
    }

    private var summed: BundleFiles {
        let sums = files.filter { $0.key != "SHA256SUMS" }.sorted { $0.key < $1.key }.map {
            "\(SHA256.digest($0.value).hexadecimal)  \($0.key)\n"
        }
        return with(
            "SHA256SUMS", Array(sums.joined().utf8), "made to fit; \(what)",
            harm == .untilSummed ? .none : harm)
    }
}
