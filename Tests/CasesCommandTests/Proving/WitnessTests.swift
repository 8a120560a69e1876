import Foundation
import Ledger
import TestSupport
import Testing

@Suite("log cosign", .serialized)
struct WitnessTests {
    @Test("adds the cosignature of a witness to the newest checkpoint, once")
    func cosign() async throws {
        try await Desk.withSignedAcme { desk, key in
            try await desk.withWitness(of: key) { witness in
                let before = try await desk.done("log", "checkpoint").output
                let cosigned = try await desk.done(witness.command)
                #expect(cosigned.output.hasPrefix(before))
                let more = cosigned.output.dropFirst(before.count)
                #expect(more.hasPrefix("— witness.example ") && more.count { $0 == "\n" } == 1)

                let again = try await desk.done(witness.command)
                #expect(again.output == cosigned.output)
                let rows = try await desk.texts("SELECT note FROM WS.checkpoint ORDER BY number")
                #expect(rows == [before, cosigned.output])

                let read = ["log", "checkpoint", "--signed-by", key, "--cosigned-by"]
                #expect(try await desk.done(read + [witness.key]).output == cosigned.output)
                let other = WitnessTests.otherKey
                let refused = try await desk.run("log", "checkpoint", "--cosigned-by", other)
                #expect(refused.exitCode == 1)
                #expect(refused.errors.contains("is not cosigned by \(other)"))
            }
        }
    }

    @Test("a cosigned checkpoint is in proofs and bundles, and saved ones are checked for it")
    func used() async throws {
        try await Desk.withSignedAcme { desk, key in
            let plain = try await desk.done("log", "checkpoint").output
            try desk.write(plain, to: "plain.txt")
            try await desk.withWitness(of: key) { witness in
                let cosigned = try await desk.done(witness.command).output
                try desk.write(cosigned, to: "cosigned.txt")
                let proof = try await desk.done("log", "prove", "acme-seizure/seizure").output
                #expect(proof.hasSuffix(cosigned))
                try await desk.done("report", "acme-seizure", "--bundle", "cosigned")
                let python = try await desk.program.run(
                    shell: "python3 cosigned/verify.py '\(key)'")
                #expect(python.exitCode == 0)
                let options = ["--signed-by", key, "--cosigned-by", witness.key]
                try await desk.done(["verify", "--checkpoint", "cosigned.txt"] + options)
                let refused = try await desk.program.run(
                    ["verify", "--checkpoint", "plain.txt"] + options)
                #expect(refused.exitCode == 1)
                #expect(refused.errors.contains("plain.txt is not cosigned by"))
            }
        }
    }

    @Test("proves to the witness that the log goes on from what it cosigned")
    func goesOn() async throws {
        try await Desk.withSignedAcme { desk, key in
            try await desk.withWitness(of: key) { witness in
                for round in 0..<5 {
                    try await desk.done(witness.command)
                    for note in 0...round {
                        try await desk.done(
                            "add-event", "acme-seizure", "note.added", "--key", "n\(round)-\(note)",
                            "--set", "text=x")
                    }
                    try await desk.done("log", "sign", "--key", "log.key")
                }
                let last = try await desk.done(witness.command).output
                #expect(last.contains("\n23\n") && last.contains("— witness.example "))
            }
        }
    }

    @Test("a log that went back or was rewritten gets no cosignature, if the key signs it, too")
    func refused() async throws {
        try await Desk.withSignedAcme { desk, key in
            try await desk.withWitness(of: key) { witness in
                try await desk.done(witness.command)
                try await desk.replaceTail("takes control of", by: "lets go of")
                try await desk.done("db", "forget")
                try await desk.done("log", "sign", "--key", "log.key", "--state", "other.last")
                let rewritten = try await desk.program.run(witness.command)
                #expect(rewritten.exitCode == 1)
                #expect(rewritten.errors.contains("has cosigned another root of the same size"))

                try await desk.cutTail()
                try await desk.done("db", "forget")
                try await desk.done("log", "sign", "--key", "log.key", "--state", "third.last")
                let shorter = try await desk.program.run(witness.command)
                #expect(shorter.exitCode == 1)
                #expect(shorter.errors.contains("has cosigned 8 events, and the newest"))
            }
        }
    }

    @Test("an answer that is no valid cosignature, and each refusal, is told by its exit code")
    func answers() async throws {
        try await Desk.withSignedAcme { desk, key in
            let expected: [(mode: String, exitCode: Int32, words: String)] = [
                ("forger", 1, "the answer is not cosigned by witness.example+"),
                ("ahead", 1, "the cosignature of witness.example is not from today"),
                ("409", 69, "answers with a conflict, but with no size"),
                ("404", 4, "does not know the log example.org/cases"),
                ("403", 77, "does not trust the key"),
                ("422", 1, "the log does not continue what it cosigned"),
                ("503", 75, "answers with status 503"),
                ("302", 69, "answers with status 302"),
            ]
            for (mode, exitCode, words) in expected {
                try await desk.withWitness(of: key, mode: mode) { witness in
                    let told = try await desk.program.run(witness.command)
                    #expect(told.exitCode == exitCode, "\(mode)")
                    #expect(told.errors.contains(words), "\(mode): \(told.errors)")
                    #expect(told.output.isEmpty)
                }
            }
            let rows = try await desk.texts("SELECT count(*)::text FROM WS.checkpoint")
            #expect(rows == ["1"])
        }
    }

    @Test("a witness that is not there, or an address or a key of another form, is told")
    func noWitness() async throws {
        try await Desk.withSignedAcme { desk, key in
            let away = try await desk.run(
                "log", "cosign", "http://127.0.0.1:1", "--witness-key", WitnessTests.otherKey)
            #expect(away.exitCode == 69)
            #expect(away.errors.contains("http://127.0.0.1:1/add-checkpoint cannot be reached"))
            let address = try await desk.run(
                "log", "cosign", "file:///etc/passwd", "--witness-key", WitnessTests.otherKey)
            #expect(address.exitCode == 64)
            let logKey = try await desk.run(
                "log", "cosign", "http://127.0.0.1:1", "--witness-key", key)
            #expect(
                logKey.exitCode == 64 && logKey.errors.contains("not a public key of a witness"))
            let turned = try await desk.run(
                "log", "checkpoint", "--signed-by", WitnessTests.otherKey)
            #expect(turned.exitCode == 64 && turned.errors.contains("not a public key of a log"))
        }
    }

    /// The key of a witness that signs nothing here.
    private static let otherKey =
        "other.example+55e3f4b3+BAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"
}

/// A witness that runs.
private struct RunningWitness {
    let address: String
    let key: String

    /// The command that has it cosign.
    var command: [String] { ["log", "cosign", address, "--witness-key", key] }
}

extension Desk {
    /// Lends `body` a desk with the small case, whose log is signed, and the public key of the log.
    fileprivate static func withSignedAcme(
        _ body: (Desk, String) async throws -> Void
    ) async throws {
        try await withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await desk.done("report", "acme-seizure", "--bundle", "bundle")
            try await body(desk, "\(key)")
        }
    }

    /// Runs a witness that trusts a log, until `body` returns.
    fileprivate func withWitness(
        of log: String, mode: String = "honest", _ body: (RunningWitness) async throws -> Void
    ) async throws {
        try write(WitnessServer.script, to: "witness.py")
        let place = "witness-\(UUID().uuidString)"
        let server = try program.start(
            shell: "exec python3 witness.py bundle '\(log)' \(place) \(mode)")
        defer { server.kill() }
        while !FileManager.default.fileExists(atPath: path(of: place)) {
            let errors = try server.errorsSoFar()
            try #require(!server.hasEnded, Comment(rawValue: errors))
            await Task.yield()
        }
        let words = try text(of: place).split(whereSeparator: \.isWhitespace).map(String.init)
        try await body(RunningWitness(address: words[0], key: words[1]))
    }
}
