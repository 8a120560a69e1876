import Foundation
import TestSupport
import Testing

@Suite("A lock file of digests", .serialized)
struct LockFileTests {
    private let check = ["rebuild", "--check", "--lock", "digests.lock"]

    private func lines(_ desk: Desk) throws -> [String] {
        try String(contentsOfFile: desk.path(of: "digests.lock"), encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test("has a line for each read model in the order of names, the same each time")
    func written() async throws {
        try await Desk.withAcme { desk in
            let kept = try await desk.readModels()
            try await desk.done("rebuild", "--lock", "digests.lock")
            let versions: KeyValuePairs = [
                "due": 1, "links": 3, "measures": 1, "mentions": 2, "participants": 1,
                "registers": 3, "search": 2, "states": 4, "timelines": 4, "unreadable": 1,
            ]
            let expected = versions.map { name, version in
                #"{"digest":"\#(kept[name]?.digest ?? "")","name":"\#(name)","#
                    + #""rows":\#(kept[name]?.rows ?? 0),"version":\#(version)}"#
            }
            #expect(try lines(desk) == expected + [""])
            try await desk.done("rebuild", "--workers", "1", "--lock", "digests.lock")
            #expect(try lines(desk) == expected + [""])
            #expect(try await desk.program.run(check).exitCode == 0)
        }
    }

    @Test("that says otherwise is told, with both digests, and the exit code is 1")
    func different() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("rebuild", "--lock", "digests.lock")
            let old = try await desk.readModels()
            try await desk.done("add-actor", "x", "--name", "X", "--type", "group")
            let new = try await desk.readModels()
            let told = try await desk.program.run(check)
            #expect(told.exitCode == 1)
            let words = told.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
            let (now, then) = (new["registers"]?.digest ?? "", old["registers"]?.digest ?? "")
            #expect(now != then)
            #expect(words.contains("registers: the digest is \(now), the lock file says \(then)"))
            #expect(!words.contains("timelines: the digest"))
            let answer = try JSON(try await desk.program.run(check + ["--json"]).stdout)
            #expect(answer["ok"] == false)
            for line in answer["projections"].elements {
                let name = line["name"].string ?? ""
                #expect(line["locked"].string == old[name]?.digest, "\(name)")
            }
            // The read models themselves are what the log makes.
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
        }
    }

    @Test("that has another version, or nothing, of a read model does not hold for it")
    func entries() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("rebuild", "--lock", "digests.lock")
            let changed = try lines(desk).filter { !$0.contains("\"links\"") }.map {
                $0.contains("\"states\"")
                    ? $0.replacingOccurrences(of: "\"version\":4", with: "\"version\":9") : $0
            }
            try desk.write(changed.joined(separator: "\n"), to: "digests.lock")
            let told = try await desk.program.run(check)
            #expect(told.exitCode == 1)
            let words = told.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
            #expect(words.contains("the lock file says none"))
            #expect(words.contains("the lock file says version 9"))
            #expect(try await desk.program.run(check + ["timelines"]).exitCode == 0)
        }
    }

    @Test("whose lines end as those of Windows do is the same")
    func windows() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("rebuild", "--lock", "digests.lock")
            let kept = try lines(desk)
            try desk.write(kept.joined(separator: "\r\n"), to: "digests.lock")
            #expect(try await desk.program.run(check).exitCode == 0)
            let broken = [kept[0], "", kept[1], "{}"].joined(separator: "\r\n")
            try desk.write(broken, to: "digests.lock")
            let told = try await desk.program.run(check)
            #expect(told.exitCode == 65)
            #expect(told.errors.contains("line 4 of the lock file digests.lock is not a digest"))
        }
    }

    @Test("that is missing, or holds something else, is named with the remedy")
    func refused() async throws {
        try await Desk.withAcme { desk in
            let missing = Refusal(
                exitCode: 66, code: "unreadable",
                text: """
                    cases: the lock file digests.lock cannot be read
                           make it: cases rebuild --lock digests.lock
                    """)
            try await missing.check(check, at: desk)
            try await desk.done("rebuild", "--lock", "digests.lock")
            let first = try lines(desk)[0]
            for junk in ["{}", "<html>", #"{"name":"links","digest":1,"rows":1,"version":1}"#] {
                try desk.write(first + "\n" + junk + "\n", to: "digests.lock")
                let refusal = Refusal(
                    exitCode: 65, code: "bad_json",
                    text: """
                        cases: line 2 of the lock file digests.lock is not a digest
                               write it again: cases rebuild --lock digests.lock
                        """)
                try await refusal.check(check, at: desk)
            }
        }
    }

    @Test("that is a link is written to and stays one; a device is not replaced")
    func links() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("rebuild", "--lock", "digests.lock")
            let expected = try lines(desk)
            let files = FileManager.default
            try files.moveItem(atPath: desk.path(of: "digests.lock"), toPath: desk.path(of: "real"))
            try files.createSymbolicLink(
                atPath: desk.path(of: "digests.lock"), withDestinationPath: "real")
            try Data("old".utf8).write(to: URL(fileURLWithPath: desk.path(of: "real")))
            try await desk.done("rebuild", "--lock", "digests.lock")
            #expect(try lines(desk) == expected)
            let kept = try files.destinationOfSymbolicLink(atPath: desk.path(of: "digests.lock"))
            #expect(kept == "real")
            try await desk.done("rebuild", "--lock", "/dev/null")
            #expect(
                try files.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType
                    == .typeCharacterSpecial)
        }
    }

    @Test("that cannot be written is said, though the read models are made")
    func unwritable() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.run("rebuild", "--lock", "nowhere/digests.lock")
            #expect(told.exitCode == 73)
            #expect(
                told.errors == """
                    cases: the lock file nowhere/digests.lock cannot be written
                           check the folder, and that there is room

                    """)
            #expect(Set(try await desk.statuses().values) == ["current"])
        }
    }
}
