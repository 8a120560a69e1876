import CaseModel
import EventLog
import Postgres
import Testing

@Suite("Many tasks that append through one log")
struct ManyTasksTests {
    @Test("each gets its own places, and the log has no gap")
    func places() async throws {
        try await Scratch.use { scratch in
            let events = try (0..<40).map { try NewEvent.make(in: "case/acme-\($0 % 7)") }
            let recorded = try await withThrowingTaskGroup(of: [Recorded].self) { group in
                for event in events {
                    group.addTask { try await scratch.log.append([event], by: "anna") }
                }
                return try await group.reduce(into: [Recorded]()) { $0 += $1 }
            }
            #expect(Set(recorded.map(\.id)) == Set(events.map(\.id)))
            #expect(Set(recorded.map(\.position)) == Set(1...40))
            for answer in recorded {
                let stored = try #require(try await scratch.log.event(answer.id))
                #expect(stored.position == answer.position)
                #expect(stored.version == answer.version)
            }
        }
    }

    @Test("what waits together is recorded by far fewer transactions than appends")
    func together() async throws {
        try await Scratch.use { scratch in
            let events = try (0..<60).map { _ in try NewEvent.make() }
            _ = try await withThrowingTaskGroup(of: [Recorded].self) { group in
                for event in events {
                    group.addTask { try await scratch.log.append([event], by: "anna") }
                }
                return try await group.reduce(into: [Recorded]()) { $0 += $1 }
            }
            let transactions = try await scratch.connection.query(
                """
                SELECT count(DISTINCT xmin::text) FROM
                \(identifier: scratch.workspace.name).event
                """
            ) { row in try row.next(Int64.self) }[0]
            #expect(transactions < 30)
        }
    }

    @Test("one that is refused takes nobody with it")
    func refused() async throws {
        try await Scratch.use { scratch in
            let known = try NewEvent.make(note: "first")
            _ = try await scratch.log.append([known], by: "anna")
            let clash = try NewEvent.make(known.id, note: "second")
            let good = try (0..<12).map { _ in try NewEvent.make(in: "case/other") }
            let all = good.prefix(6) + [clash] + good.suffix(6)
            let refused = await withTaskGroup(of: EventLogError?.self) { group in
                for event in all {
                    group.addTask {
                        do throws(EventLogError) {
                            _ = try await scratch.log.append([event], by: "anna")
                            return nil
                        } catch { return error }
                    }
                }
                return await group.reduce(into: []) { $0 += $1.map { [$0] } ?? [] }
            }
            #expect(refused == [.idConflict(known.id)])
            #expect(try await scratch.count() == 13)
        }
    }

    @Test("of those that expect one version of a stream, one is recorded")
    func expectations() async throws {
        try await Scratch.use { scratch in
            let stream = try #require(StreamName("case/acme-seizure"))
            let events = try (0..<20).map { _ in try NewEvent.make() }
            let winners = await withTaskGroup(of: Int.self) { group in
                for event in events {
                    group.addTask {
                        do throws(EventLogError) {
                            let expecting: [StreamName: Int64] = [stream: 0]
                            return try await scratch.log.append(
                                [event], by: "anna", expecting: expecting
                            ).count
                        } catch {
                            #expect(error == .versionConflict(stream, expected: 0, actual: 1))
                            return 0
                        }
                    }
                }
                return await group.reduce(0, +)
            }
            #expect(winners == 1)
            #expect(try await scratch.count() == 1)
        }
    }

    @Test("each is recorded under the name that it gives")
    func names() async throws {
        try await Scratch.use { scratch in
            let names = ["anna", "bela", "carl"]
            let events = try (0..<30).map { _ in try NewEvent.make() }
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (index, event) in events.enumerated() {
                    group.addTask {
                        _ = try await scratch.log.append([event], by: names[index % 3])
                    }
                }
                try await group.waitForAll()
            }
            for (index, event) in events.enumerated() {
                let stored = try #require(try await scratch.log.event(event.id))
                #expect(stored.recordedBy.hasSuffix("/" + names[index % 3]))
            }
        }
    }
}
