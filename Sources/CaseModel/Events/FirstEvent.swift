extension StreamName.Kind {
    /// The type of the event that every stream of this kind begins with.
    public var firstType: String {
        switch self {
        case .case: CaseOpened.type
        case .actor: ActorRegistered.type
        case .source: SourceCaptured.type
        case .measure: MeasureRegistered.type
        case .list: ListRegistered.type
        }
    }

    /// The key that this event always has, so that the thing is named by it.
    public var firstKey: String {
        switch self {
        case .case: "opened"
        case .actor: "registered"
        case .source: "captured"
        case .measure, .list: "registered"
        }
    }
}

extension StreamName {
    /// The id of the event that the stream begins with.
    public var firstEventID: EventID {
        EventID(name: "\(text)/\(kind.firstKey)")
    }
}

extension EventType {
    /// The key that an event of this type must have; nil where any will do.
    public var fixedKey: String? {
        StreamName.Kind.allCases.first { $0.firstType == name }?.firstKey
    }
}
