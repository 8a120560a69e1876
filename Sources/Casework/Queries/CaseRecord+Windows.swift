import EventLog

extension CaseRecord {
    /// How many events are held at a time by whoever goes through the whole log.
    static let window = 5_000

    /// The stored events at some positions, in order.
    func events(
        at positions: ClosedRange<Int64>, gaps: EventLog.Gaps
    ) async throws(CaseworkError) -> [StoredEvent] {
        try await asking { () async throws(EventLogError) in
            try await log.fold(positions, into: [StoredEvent](), gaps: gaps) {
                events, event throws(EventLogError) in events.append(event)
            }
        }
    }
}
