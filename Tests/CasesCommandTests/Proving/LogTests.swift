import Foundation
import Ledger
import TestSupport
import Testing

@Suite("log", .serialized)
struct LogTests {
    @Test("head has the size and the root that verify computes")
    func head() async throws {
        try await Desk.withAcme { desk in
            let verified = try await desk.json("verify")
            let told = try await desk.json("log", "head")
            #expect(told["schema"] == "cases.log/1")
            #expect(told["size"] == 8 && told["root"] == verified["root"])
            let root = try #require(told["root"].string)
            #expect(try await desk.done("log", "head").output == "8 events\nroot \(root)\n")
        }
    }

    @Test("without a checkpoint, what to do about it is said with exit code 4")
    func unsigned() async throws {
        try await Desk.withAcme { desk in
            for command in [["checkpoint"], ["prove", "acme-seizure/seizure"]] {
                let told = try await desk.program.run(["log"] + command)
                #expect(told.exitCode == 4)
                #expect(
                    told.errors == """
                        cases: no checkpoint of the log was signed yet
                               cases log new-key NAME --out FILE makes a key, cases log sign --key FILE signs

                        """)
            }
        }
    }

    @Test("new-key writes a file that only its owner may read, and never over another one")
    func newKey() async throws {
        try await Desk.use { desk in
            let key = try await desk.newKey()
            #expect(key.name.text == "example.org/cases")
            let file = desk.path(of: "log.key")
            let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
            #expect(rights as? Int == 0o600)
            let before = try desk.text(of: "log.key")
            let again = try await desk.run(
                "log", "new-key", "example.org/cases", "--out", "log.key")
            #expect(again.exitCode == 73)
            #expect(try desk.text(of: "log.key") == before)
            let odd = try await desk.run("log", "new-key", "a b", "--out", "odd.key")
            #expect(
                odd.exitCode == 64
                    && !FileManager.default.fileExists(atPath: desk.path(of: "odd.key")))
        }
    }

    @Test("sign signs the log, and checkpoint prints it to those who trust the key, and no other")
    func sign() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            let signed = try await desk.done("log", "sign", "--key", "log.key")
            let checkpoint = try #require(SignedCheckpoint(signed.stdout))
            let root = try await desk.json("verify")["root"].string
            #expect(checkpoint.checkpoint.text == "example.org/cases\n8\n\(root ?? "")\n")
            #expect(checkpoint.note.isSigned(by: key))
            #expect(try desk.text(of: "log.key.last") == signed.output)
            for options in [[], ["--signed-by", "\(key)"]] {
                let printed = try await desk.done(["log", "checkpoint"] + options)
                #expect(printed.output == signed.output)
            }
            let other = SignerKey(name: key.name).verifier
            let refused = try await desk.run("log", "checkpoint", "--signed-by", "\(other)")
            #expect(refused.exitCode == 1 && refused.output.isEmpty)
            let again = try await desk.done("log", "sign", "--key", "log.key")
            #expect(again.output == signed.output)
            #expect(try await desk.texts("SELECT count(*)::text FROM WS.checkpoint") == ["1"])
        }
    }

    @Test("prove prints a proof that leads from every event's leaf to the signed root")
    func prove() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            let leaves = try await desk.texts(
                "SELECT encode(leaf, 'hex') FROM WS.event ORDER BY position")
            let names = try await desk.texts("SELECT id::text FROM WS.event ORDER BY position")
            for (leaf, name) in zip(leaves, names) {
                let printed = try await desk.done("log", "prove", name, "--signed-by", "\(key)")
                let proof = try #require(LogProof(printed.stdout))
                #expect(proof.description == printed.output)
                for other in leaves {
                    #expect(proof.proves(bytes(other), to: key) == (other == leaf))
                }
            }
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            let newer = try await desk.run("log", "prove", "acme-seizure#4")
            #expect(newer.exitCode == 4)
            #expect(
                newer.errors.contains("event 9 is newer than the last checkpoint, which covers 8"))
        }
    }

    @Test("consistency prints the proof that a longer log continues an older checkpoint")
    func consistency() async throws {
        try await Desk.withAcme { desk in
            let key = try await desk.newKey()
            let old = try await desk.done("log", "sign", "--key", "log.key")
            try desk.write(old.output, to: "old.txt")
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            let new = try await desk.done("log", "sign", "--key", "log.key")
            let printed = try await desk.done("log", "consistency", "old.txt")
            let (before, after) = (
                try #require(SignedCheckpoint(old.stdout)),
                try #require(SignedCheckpoint(new.stdout))
            )
            let lines = printed.output.components(separatedBy: "\n\n")[0].split(separator: "\n")
            let path = lines.dropFirst().compactMap { Data(base64Encoded: String($0)) }
            let proof = ConsistencyProof(from: 8, to: 9, path: path.map { Array($0) })
            #expect(lines.first == "old 8" && path.count == lines.count - 1)
            #expect(proof.leads(from: before.checkpoint.root, to: after.checkpoint.root))
            #expect(printed.output.hasSuffix("\n\n" + new.output))
            let verified = try await desk.done(
                "verify", "--checkpoint", "old.txt", "--signed-by", "\(key)")
            #expect(
                verified.output.contains(
                    "the first 8 are those of the checkpoint of example.org/cases"))
        }
    }

    @Test("a key is replaced while both sign: those who trust either of them go on")
    func rotation() async throws {
        try await Desk.withAcme { desk in
            let old = try await desk.newKey()
            let first = try await desk.done("log", "sign", "--key", "log.key")
            try desk.write(first.output, to: "first.txt")
            let new = try await desk.newKey(in: "new.key")
            let both = try await desk.done(
                "log", "sign", "--key", "log.key", "--key", "new.key")
            for key in [old, new] {
                let seen = try await desk.done("log", "checkpoint", "--signed-by", "\(key)")
                #expect(seen.output == both.output)
            }
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            // The file with the last checkpoint goes on under the new key alone.
            try await desk.done(
                "log", "sign", "--key", "new.key", "--state", "log.key.last")
            try await desk.done("log", "consistency", "first.txt")
            try await desk.done("log", "checkpoint", "--signed-by", "\(new)")
            let retired = try await desk.run("log", "checkpoint", "--signed-by", "\(old)")
            #expect(retired.exitCode == 1)
        }
    }

    @Test("a log gets another name on purpose only, and readers who knew the old one are told")
    func renamed() async throws {
        try await Desk.withAcme { desk in
            _ = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            let seen = try await desk.done("log", "checkpoint")
            try await desk.done("log", "new-key", "example.org/other", "--out", "other.key")
            let refused = try await desk.run("log", "sign", "--key", "other.key")
            #expect(refused.exitCode == 64)
            #expect(refused.errors.contains("the log is signed as \"example.org/cases\""))
            #expect(try await desk.done("log", "checkpoint").output == seen.output)
            let renamed = try await desk.done("log", "sign", "--key", "other.key", "--rename")
            let told = try await desk.run("log", "checkpoint")
            #expect(told.exitCode == 1)
            #expect(told.errors.contains("is signed as \"example.org/other\", and was as"))
            try await desk.done("db", "forget")
            #expect(try await desk.done("log", "checkpoint").output == renamed.output)
        }
    }

    @Test("keys of two logs do not sign together, and a file of another log is refused")
    func mixedKeys() async throws {
        try await Desk.withAcme { desk in
            _ = try await desk.newKey()
            try await desk.done("log", "new-key", "example.org/other", "--out", "other.key")
            let mixed = try await desk.run("log", "sign", "--key", "log.key", "--key", "other.key")
            #expect(mixed.exitCode == 64)
            try await desk.done("log", "sign", "--key", "log.key")
            let foreign = try await desk.run(
                "log", "sign", "--key", "other.key", "--state", "log.key.last")
            #expect(foreign.exitCode == 64)
            try desk.write("nonsense", to: "log.key.last")
            let lost = try await desk.run("log", "sign", "--key", "log.key")
            #expect(lost.exitCode == 66 && lost.output.isEmpty)
        }
    }

    private func bytes(_ hexadecimal: String) -> [UInt8] {
        stride(from: 0, to: hexadecimal.utf8.count, by: 2).compactMap { index in
            UInt8(hexadecimal.dropFirst(index).prefix(2), radix: 16)
        }
    }
}

extension Desk {
    /// Makes a key for the log and gives its public key.
    func newKey(in file: String = "log.key") async throws -> VerifierKey {
        let made = try await done("log", "new-key", "example.org/cases", "--out", file)
        return try #require(VerifierKey(made.lines.first ?? ""))
    }

    /// What a file of the folder holds.
    func text(of name: String) throws -> String {
        try String(contentsOfFile: path(of: name), encoding: .utf8)
    }
}
