import CaseModel
import EventLog
import Testing

@Suite("Many processes at once", .serialized)
struct ConcurrencyTests {
    @Test("16 processes that append, killed at random: no gap, no duplicate, nothing lost")
    func kills() async throws {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        try await Scratch.use { scratch in
            let writers = try (0..<16).map { try WriterProcess($0, seed, scratch) }
            let runs = try await withThrowingTaskGroup(of: [WriterProcess.Run].self) { group in
                for writer in writers { group.addTask { try await writer.runToTheEnd() } }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(runs.contains { $0.wasKilled && !$0.acknowledged.isEmpty }, "seed \(seed)")
            try await expectWhole(scratch, runs.flatMap(\.acknowledged), writers)
        }
    }

    private func expectWhole(
        _ scratch: Scratch, _ acknowledged: [WriterProcess.Acknowledged],
        _ writers: [WriterProcess]
    ) async throws {
        let total = writers.map(\.ids.count).reduce(0, +)
        let stored = try await scratch.log.fold(1...Int64(total), into: []) {
            stored, event in stored.append(event)
        }
        #expect(try await scratch.log.head() == Int64(total))
        #expect(stored.map(\.position) == (1...total).map(Int64.init))
        #expect(Set(stored.map(\.id)) == Set(writers.flatMap(\.ids)))
        #expect(zip(stored, stored.dropFirst()).allSatisfy { $0.recordedAt < $1.recordedAt })
        for (_, events) in Dictionary(grouping: stored, by: \.stream) {
            #expect(events.map(\.version) == (1...events.count).map(Int64.init))
        }
        let places = Dictionary(uniqueKeysWithValues: stored.map { ($0.id, $0.position) })
        for answer in acknowledged {
            #expect(places[answer.id] == answer.position)
        }
    }
}
