import CaseModel
import EventLog
import TestSupport
import Testing

@Suite("Expected versions")
struct ExpectedVersionTests {
    @Test("an append whose stream has moved on is refused and says where the stream is")
    func refused() async throws {
        try await Scratch.use { scratch in
            let log = scratch.log
            _ = try await log.append([.make(in: "case/a")], by: "a", expecting: [.at("a"): 0])
            for attempt in try [[NewEvent.make(in: "case/a")], [.make(in: "case/a"), .make()]] {
                await #expect(
                    throws: EventLogError.versionConflict(.at("a"), expected: 0, actual: 1)
                ) { try await log.append(attempt, by: "a", expecting: [.at("a"): 0]) }
            }
            #expect(try await scratch.count() == 1)
            let second = try await log.append(
                [.make(in: "case/a")], by: "a", expecting: [.at("a"): 1])
            #expect(second[0].version == 2)
        }
    }

    @Test("a stream that is not written may be guarded too, also one that must not be there")
    func guards() async throws {
        try await Scratch.use { scratch in
            let log = scratch.log
            _ = try await log.append([.make(in: "case/a")], by: "a")
            let held: [StreamName: Int64] = [.at("a"): 1, .at("b"): 0, .at("none"): 0]
            _ = try await log.append([.make(in: "case/b")], by: "a", expecting: held)
            await #expect(
                throws: EventLogError.versionConflict(.at("b"), expected: 0, actual: 1)
            ) { try await log.append([.make(in: "case/c")], by: "a", expecting: held) }
            #expect(try await scratch.count() == 2)
        }
    }

    @Test("a batch counts the version from before it, for all its events together")
    func batch() async throws {
        try await Scratch.use { scratch in
            let events = try (1...3).map { _ in try NewEvent.make(in: "case/a") }
            let recorded = try await scratch.log.append(
                events, by: "a", expecting: [.at("a"): 0])
            #expect(recorded.map(\.version) == [1, 2, 3])
        }
    }

    @Test("of 8 writers with the same expected version one wins, in 100 of 100 rounds")
    func race() async throws {
        try await Scratch.use { scratch in
            let logs = try await writers(8, scratch)
            for round in 0..<100 {
                let wins = try await withThrowingTaskGroup(of: Bool.self) { group in
                    for log in logs {
                        group.addTask { try await isRecorded(round: Int64(round), log) }
                    }
                    return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
                }
                #expect(wins == 1, "round \(round)")
            }
            #expect(try await scratch.count() == 100)
        }
    }

    private func writers(_ count: Int, _ scratch: Scratch) async throws -> [EventLog] {
        var logs: [EventLog] = []
        for _ in 0..<count {
            logs.append(
                EventLog(
                    connection: try await scratch.database.open(), workspace: scratch.workspace))
        }
        return logs
    }
}

/// Whether this append was the one that found the stream at `round`.
private func isRecorded(round: Int64, _ log: EventLog) async throws -> Bool {
    let event = try NewEvent.make(in: "case/race")
    do throws(EventLogError) {
        _ = try await log.append([event], by: "a", expecting: [.at("race"): round])
        return true
    } catch {
        #expect(error == .versionConflict(.at("race"), expected: round, actual: round + 1))
        return false
    }
}
