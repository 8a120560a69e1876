import CaseModel
import EventLog
import Postgres
import Testing

@Suite("Batches")
struct BatchTests {
    @Test("what a batch repeats is answered with the place of the first, and leaves no gap")
    func repeats() async throws {
        try await Scratch.use { scratch in
            let a = try NewEvent.make(in: "case/a", key: "first")
            let b = try NewEvent.make(in: "case/b")
            let c = try NewEvent.make(in: "case/a", key: "second")
            let d = try NewEvent.make(in: "case/a")
            let batch = try await scratch.log.append([a, a, b, c, b, d, a], by: "anna")
            #expect(batch.map(\.position) == [1, 1, 2, 3, 2, 4, 1])
            #expect(batch.map(\.version) == [1, 1, 1, 2, 1, 3, 1])
            #expect(batch.map(\.replayed) == [false, true, false, false, true, false, true])
            #expect(batch.map(\.id) == [a, a, b, c, b, d, a].map(\.id))
            #expect(try await scratch.log.head() == 4)
        }
    }

    @Test("what the log has is answered with its place, and the rest numbered without gaps")
    func known() async throws {
        try await Scratch.use { scratch in
            let known = try ["case/a", "case/a", "case/b"].map { try NewEvent.make(in: $0) }
            _ = try await scratch.log.append(known, by: "anna")
            let a = try NewEvent.make(in: "case/a")
            let b = try NewEvent.make(in: "case/b")
            let c = try NewEvent.make(in: "case/c")
            let batch = try await scratch.log.append(
                [known[1], a, known[2], b, a, c, known[0]], by: "anna",
                expecting: [.at("a"): 2, .at("c"): 0])
            #expect(batch.map(\.position) == [2, 4, 3, 5, 4, 6, 1])
            #expect(batch.map(\.version) == [2, 3, 1, 2, 3, 1, 1])
            #expect(batch.map(\.replayed) == [true, false, true, false, true, false, true])
            #expect(try await scratch.log.head() == 6)
        }
    }

    @Test("streams that alternate go on where they stood, each dense")
    func alternating() async throws {
        try await Scratch.use { scratch in
            _ = try await scratch.log.append(
                [.make(in: "case/b"), .make(in: "case/b"), .make(in: "case/c")], by: "anna")
            let streams = ["case/a", "case/b", "case/c"]
            let batch = try await scratch.log.append(
                (0..<300).map { try .make(in: streams[$0 % 3], key: "e\($0)") }, by: "anna")
            #expect(batch.map(\.position) == Array(4...303))
            let before: [Int64] = [0, 2, 1]
            let versions = (0..<300).map { (nth: Int) -> Int64 in
                before[nth % 3] + Int64(nth / 3 + 1)
            }
            #expect(batch.map(\.version) == versions)
            #expect(zip(batch, batch.dropFirst()).allSatisfy { $0.recordedAt < $1.recordedAt })
            #expect(batch.allSatisfy { !$0.replayed })
        }
    }

    @Test("one key of two streams names two events, and one of a stream is refused among replays")
    func keys() async throws {
        try await Scratch.use { scratch in
            let a = try NewEvent.make(in: "case/a", key: "seizure")
            let b = try NewEvent.make(in: "case/b", key: "seizure")
            #expect(try await scratch.log.append([a, b], by: "anna").map(\.position) == [1, 2])
            let other = try NewEvent.make(.another, in: "case/b", key: "seizure")
            await #expect(throws: EventLogError.idConflict(other.id)) {
                try await scratch.log.append([a, a, b, other], by: "anna")
            }
            await #expect(throws: EventLogError.idConflict(other.id)) {
                try await scratch.log.append([a, .make(), other], by: "anna")
            }
            #expect(try await scratch.log.head() == 2)
        }
    }

    @Test("a clash is told before a version that moved on, and that before what is malformed")
    func order() async throws {
        try await Scratch.use { scratch in
            let known = try NewEvent.make(in: "case/a", note: "one")
            _ = try await scratch.log.append([known], by: "anna")
            let clash = try NewEvent.make(known.id, in: "case/a", note: "two")
            let broken = try NewEvent.make(in: "case/a", type: "Control.taken")
            for expected in [[.at("a"): 0], [:]] as [[StreamName: Int64]] {
                await #expect(throws: EventLogError.idConflict(known.id)) {
                    try await scratch.log.append([broken, clash], by: "anna", expecting: expected)
                }
            }
            for start in try [known, .make()] {
                await #expect(
                    throws: EventLogError.versionConflict(.at("a"), expected: 0, actual: 1)
                ) {
                    try await scratch.log.append(
                        [start, broken], by: "anna", expecting: [.at("a"): 0])
                }
            }
            #expect(try await scratch.count() == 1)
        }
    }

    @Test("a batch reads no more of the log as it grows, in a session that began with an empty one")
    func readsNoMore() async throws {
        try await Scratch.use { scratch in
            for round in 0..<30 {
                _ = try await scratch.log.append(
                    (0..<10).map { try .make(in: "case/a\(round % 3)", key: "e\(round)-\($0)") },
                    by: "anna", expecting: [.at("a\(round % 3)"): Int64(round / 3 * 10)])
            }
            // Each round looks up one version twice: expected, and to go on from.
            #expect(try await scratch.indexEntriesRead() <= 60)
        }
    }

    @Test("a lone append reads no more of its stream as that grows")
    func loneReadsNoMore() async throws {
        try await Scratch.use { scratch in
            for _ in 0..<100 { _ = try await scratch.log.append([.make()], by: "anna") }
            #expect(try await scratch.indexEntriesRead() <= 100)
        }
    }
}

extension Scratch {
    /// How many entries of the log's indexes its session has read so far.
    fileprivate func indexEntriesRead() async throws -> Int64 {
        _ = try await connection.execute("SELECT pg_stat_force_next_flush()")
        return try await connection.query(
            """
            SELECT coalesce(sum(idx_tup_read), 0)::bigint FROM pg_stat_user_indexes
            WHERE schemaname = \(workspace.name) AND relname = 'event'
            """
        ) { row in try row.next(Int64.self) }[0]
    }
}
