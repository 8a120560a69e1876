import Digest
import Foundation
import TestSupport
import Testing

@Suite("verify", .serialized)
struct VerifyTests {
    @Test("finds nothing in a log as it was recorded, and answers its size and root")
    func whole() async throws {
        try await Desk.withAcme { desk in
            let answer = try await desk.json("verify")
            let root = try await root(at: desk)
            #expect(answer["schema"] == "cases.verify/1")
            #expect(answer["ok"] == true)
            #expect(answer["size"] == 8)
            #expect(answer["problems"] == [])
            #expect(answer["root"].string == root)
            let told = try await desk.done("verify")
            #expect(told.output == "8 events verified\nroot \(root)\n")
        }
    }

    @Test("answers the root of RFC 9162 over the exported leaves, for the real cases too")
    func root() async throws {
        try await Desk.use { desk in
            // Of no leaves it is SHA-256 of nothing.
            let empty = Data(
                base64Encoded: "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
            let told = try await desk.json("verify")["root"].string ?? ""
            #expect(Data(base64Encoded: told) == empty)
            try await desk.done("import", Fixtures.path)
            let root = try await root(at: desk)
            let answer = try await desk.json("verify")
            #expect(answer["root"].string == root)
            #expect(answer["size"] == 214)
        }
    }

    @Test("finds whatever a superuser changed, at its position, with exit code 1")
    func tampering() async throws {
        try await Desk.withAcme { desk in
            let root = try await root(at: desk)
            try await desk.sql(
                """
                CREATE TABLE WS.kept AS TABLE WS.event;
                ALTER TABLE WS.event DISABLE TRIGGER ALL, DROP CONSTRAINT event_is_well_formed;
                """)
            for tampering in Tampering.all {
                try await desk.sql(tampering.script)
                try await check(tampering, root: root, at: desk)
                try await desk.sql("TRUNCATE WS.event; INSERT INTO WS.event TABLE WS.kept")
            }
            #expect(try await desk.json("verify")["ok"] == true)
        }
    }

    private func check(_ tampering: Tampering, root: String, at desk: Desk) async throws {
        let comment = Comment(rawValue: tampering.what)
        let told = try await desk.run("verify", "--json")
        let answer = try JSON(told.stdout)
        let problems = answer["problems"].elements
        #expect(told.exitCode == (tampering.positions.isEmpty ? 0 : 1), comment)
        #expect(Set(problems.compactMap { $0["position"].integer }) == tampering.positions, comment)
        guard let first = tampering.positions.min() else {
            // What looks whole by itself is found out by the root that somebody kept.
            return #expect(answer["root"].string != root, comment)
        }
        let said = problems.filter { $0["position"].integer == first }.map { $0["problem"].string }
        #expect(said.contains(tampering.problem), comment)
        #expect(answer["ok"] == false, comment)
        let text = try await desk.run("verify")
        #expect(text.exitCode == 1, comment)
        let words = text.output.split(separator: "\n").joined(separator: " ")
        #expect(words.contains("position \(first): \(tampering.problem)"), comment)
        #expect(words.contains("the log is not as it was recorded"), comment)
    }

    /// The root over the leaves of an export, by the recursive definition of RFC 9162, 2.1.1.
    private func root(at desk: Desk) async throws -> String {
        let leaves = try await desk.done("export", "--format", "jsonl").lines.map { line in
            try bytes(#require(JSON(line)["leaf"].string))
        }
        return Data(tree(leaves[...])).base64EncodedString()
    }

    private func tree(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
        guard leaves.count > 1 else { return leaves.first ?? SHA256.digest([]) }
        var k = 1
        while k * 2 < leaves.count { k *= 2 }
        return SHA256.digest([1] + tree(leaves.prefix(k)) + tree(leaves.dropFirst(k)))
    }

    private func bytes(_ hexadecimal: String) throws -> [UInt8] {
        try stride(from: 0, to: hexadecimal.count, by: 2).map { offset in
            let pair = hexadecimal.dropFirst(offset).prefix(2)
            return try #require(UInt8(pair, radix: 16))
        }
    }
}
