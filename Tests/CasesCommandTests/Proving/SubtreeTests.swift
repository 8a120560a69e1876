import Ledger
import TestSupport
import Testing

@Suite("Stored roots of subtrees", .serialized)
struct SubtreeTests {
    private static let record = MadeUpRecord(cases: 30, happenings: 20)

    private func withRecord(_ body: (Desk, Int64) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(SubtreeTests.record.text, to: "record.jsonl")
            try await desk.done("import", "record.jsonl")
            _ = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            try await body(desk, SubtreeTests.record.count / 256)
        }
    }

    private func stored(at desk: Desk) async throws -> [String] {
        try await desk.texts(
            "SELECT concat_ws(' ', height, number, encode(root, 'hex')) FROM WS.subtree ORDER BY number"
        )
    }

    @Test("are there after an import, one for each 256 events, and proofs do not depend on them")
    func proofs() async throws {
        try await withRecord { desk, count in
            let before = try await stored(at: desk)
            #expect(count >= 2 && before.count == Int(count))
            let first = try await desk.texts("SELECT id::text FROM WS.event WHERE position = 300")[
                0]
            let proof = try await desk.done("log", "prove", first)
            let head = try await desk.done("log", "head")
            try await desk.sql("DELETE FROM WS.subtree")
            #expect(try await desk.done("log", "prove", first).output == proof.output)
            #expect(try await desk.done("log", "head").output == head.output)
            #expect(try await desk.json("verify")["root"] == desk.json("log", "head")["root"])
            try await desk.done("rebuild")
            #expect(try await stored(at: desk) == before)
        }
    }

    @Test("that were changed are found by verify, make no proof, and are repaired by rebuild")
    func tampered() async throws {
        try await withRecord { desk, _ in
            try await desk.sql("UPDATE WS.subtree SET root = sha256('forged') WHERE number = 1")
            let told = try await desk.run("verify", "--json")
            let problems = try JSON(told.stdout)["problems"].elements
            #expect(told.exitCode == 1)
            #expect(problems.map { $0["position"] } == [257])
            #expect(
                problems.map { $0["problem"] } == [
                    "the stored root over the 256 events from here is not theirs: cases rebuild"
                ])
            let first = try await desk.texts("SELECT id::text FROM WS.event WHERE position = 3")[0]
            let proof = try await desk.run("log", "prove", first)
            #expect(proof.exitCode == 1 && proof.output.isEmpty)
            try await desk.done("rebuild")
            #expect(try await desk.json("verify")["ok"] == true)
            try await desk.done("log", "prove", first)
        }
    }
}
