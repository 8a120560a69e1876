package import CaseModel
import EventLog

extension CaseReader {
    /// At most `count` events that were recorded last, as they were recorded, the last first: of one
    /// stream, or of all if none is given.
    package func lastRecorded(_ count: Int, in stream: StreamName?) async throws -> [Event] {
        let (record, position) = try await snapshot()
        guard let stream else { return try await record.lastRecorded(count, through: position) }
        try await record.require(stream)
        return try await record.recorded([stream]).suffix(count).reversed()
    }

    /// At most `count` events up to a position, as they were recorded, the last first.
    package func lastRecorded(_ count: Int, through position: Int64) async throws -> [Event] {
        guard position > 0 else { return [] }
        let first = max(1, position - Int64(count) + 1)
        let stored = try await events(at: first...position, gaps: .shown)
        readEvents?.note(stored)
        let reading = StreamReading(stored)
        try leaveOut(reading.stopped.values.joined())
        return reading.events.reversed()
    }

    /// When the event at a position was recorded; nil if there is none.
    package func recordedAt(_ position: Int64) async throws -> Instant? {
        guard position > 0 else { return nil }
        return try await events(at: position...position, gaps: .shown).first?.recordedAt
    }

    /// The day (UTC) on which the last event was recorded; nil if the log is empty.
    package func lastRecordedDay() async throws -> Day? {
        let (_, position) = try await snapshot()
        return try await recordedAt(position)?.day
    }
}
