import CanonicalJSON
import CaseModel

extension [Event] {
    /// The streams of the actors and sources that the events of whole streams name, with the values
    /// of corrections too.
    var registers: Set<StreamName> {
        let amended = amendedEvents
        return Set(
            flatMap { event in
                event.references + event.references { amended[$0] }
            }.compactMap(\.register))
    }

    /// What must be known of the events that corrections among them speak of.
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
    /// What its own fields name.
    fileprivate var references: [FoundReference] {
        EventBody.shape(data: type.shape).references(in: .object(json))
    }

    /// What the values name that it sets in another event.
    fileprivate func references(
        _ known: (EventReference) -> CorrectedEvent?
    ) -> [FoundReference] {
        guard case .eventCorrected(let correction) = body.content else { return [] }
        return correction.references(known)
    }
}

extension FoundReference {
    /// The stream of the actor or source that it names; nil where it names an event.
    fileprivate var register: StreamName? {
        Slug(text).flatMap { slug in
            switch kind {
            case .actor: StreamName(.actor, slug)
            case .source, .asserter: StreamName(.source, slug)
            case .event: nil
            }
        }
    }
}
