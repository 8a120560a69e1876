import CanonicalJSON

/// A thing that events refer to: its kind and its name as written.
package struct NamedThing: Hashable, Sendable {
    /// The kind of thing.
    package let kind: ReferenceKind
    /// The name as written.
    package let text: String
}

extension [Event] {
    /// The streams of the actors, sources, measures and lists that the events of whole streams
    /// name, including the values of corrections.
    package var registers: Set<StreamName> { Set(named.compactMap(\.register)) }

    /// Everything that the events of whole streams name, including the values of corrections.
    package var named: Set<NamedThing> {
        let amended = amendedEvents
        var named: Set<NamedThing> = []
        for event in self {
            event.type.namingShape.eachReference(in: event.view) { kind, text, _ in
                named.insert(NamedThing(kind: kind, text: text))
            }
            for reference in event.references({ amended[$0] }) { named.insert(reference.named) }
        }
        return named
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
    /// The references in the values that it sets in another event.
    fileprivate func references(
        _ known: (EventReference) -> CorrectedEvent?
    ) -> [FoundReference] {
        guard case .eventCorrected(let correction) = body.content else { return [] }
        return correction.references(known)
    }
}

extension FoundReference {
    /// What it refers to.
    package var named: NamedThing { NamedThing(kind: kind, text: text) }
}

extension NamedThing {
    /// The stream of the actor, source, measure or list of that name; nil if it is an event.
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
