import CaseModel
import EventLog
import Testing

@Suite("The recorded clock")
struct TimeTests {
    @Test("a moment means the last position that was recorded by then")
    func moments() async throws {
        try await Scratch.use { scratch in
            let log = scratch.log
            #expect(try await log.lastPosition(recordedBy: Instant(microseconds: .max)) == 0)
            let events = try (0..<13).map { try NewEvent.make(in: "case/c\($0 % 3)") }
            _ = try await log.append(Array(events.prefix(6)), by: "anna")
            for event in events.dropFirst(6) { _ = try await log.append([event], by: "anna") }
            let stored = try await log.events(of: (0..<3).map { .at("c\($0)") })
            #expect(stored.map(\.position) == Array(1...13))
            for event in stored {
                let moment = event.recordedAt.microseconds
                let (at, before) = (
                    Instant(microseconds: moment), Instant(microseconds: moment - 1)
                )
                #expect(try await log.lastPosition(recordedBy: at) == event.position)
                #expect(try await log.lastPosition(recordedBy: before) == event.position - 1)
            }
        }
    }

    @Test("moments before the first event mean none, moments after the last mean all")
    func ends() async throws {
        try await Scratch.use { scratch in
            let log = scratch.log
            _ = try await log.append(
                [try .make(in: "case/a"), try .make(in: "case/b")], by: "anna")
            for text in ["0000-01-01T00:00:00Z", "1970-01-01T00:00:00Z"] {
                let moment = try #require(Instant(text))
                #expect(try await log.lastPosition(recordedBy: moment) == 0)
            }
            let far = try #require(Instant("9999-12-31T23:59:59.999999Z"))
            #expect(try await log.lastPosition(recordedBy: far) == 2)
            for ends in [Instant(microseconds: .max), Instant(microseconds: .min)] {
                let position = try await log.lastPosition(recordedBy: ends)
                #expect(position == (ends.microseconds > 0 ? 2 : 0))
            }
        }
    }
}
