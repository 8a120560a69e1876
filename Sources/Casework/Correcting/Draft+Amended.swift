import CaseModel

extension Draft {
    /// The event that a correction or retraction speaks of.
    var amended: EventReference? { body.content.amended }

    /// The draft as it would be read once it is recorded behind the events of its stream.
    func asEvent(behind events: [Event]) -> Event {
        let last = events.last
        return Event(
            self, position: (last?.position ?? 0) + 1, version: (last?.version ?? 0) + 1,
            recordedAt: last?.recordedAt ?? Instant(microseconds: 0), recordedBy: "")
    }
}

extension EventReference {
    /// The id that the reference stands for; nil where only the log can say.
    var eventID: EventID? {
        switch self {
        case .keyed(let stream, let key): EventID(stream: stream, key: key)
        case .id(let id): id
        case .numbered: nil
        }
    }
}
