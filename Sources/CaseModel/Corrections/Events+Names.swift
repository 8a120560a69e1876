import CanonicalJSON

extension [Event] {
    /// The streams of the actors, sources, measures and lists that the events of whole streams
    /// name, including the values of corrections.
    package var registers: Set<StreamName> { Set(named.compactMap(\.register)) }

    /// Everything that the events of whole streams name, including the values of corrections.
    package var named: [FoundReference] {
        let amended = amendedEvents
        return flatMap { event in event.references + event.references { amended[$0] } }
    }

    /// What must be known of the events that corrections among these refer to.
    private var amendedEvents: [EventReference: CorrectedEvent] {
        let names = Set(compactMap(\.body.content.amended))
        guard !names.isEmpty else { return [:] }
        let pairs = flatMap { event in
            event.names.filter(names.contains).map { ($0, CorrectedEvent(event)) }
        }
        return Dictionary(pairs) { first, _ in first }
    }
}

extension Event {
    /// The references in its own fields.
    fileprivate var references: [FoundReference] {
        type.namingShape.references(in: view)
    }

    /// The references in the values that it sets in another event.
    fileprivate func references(
        _ known: (EventReference) -> CorrectedEvent?
    ) -> [FoundReference] {
        guard case .eventCorrected(let correction) = body.content else { return [] }
        return correction.references(known)
    }
}

extension FoundReference {
    /// The stream of the actor, source, measure or list that it names; nil if it names an event.
    package var register: StreamName? {
        Slug(text).flatMap { slug in
            switch kind {
            case .actor: StreamName(.actor, slug)
            case .source, .asserter: StreamName(.source, slug)
            case .measure: StreamName(.measure, slug)
            case .list: StreamName(.list, slug)
            case .event: nil
            }
        }
    }
}
