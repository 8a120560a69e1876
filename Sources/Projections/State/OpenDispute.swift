public import CanonicalJSON
public import CaseModel

/// Something that somebody denies, doubts or contradicts.
public struct OpenDispute: Hashable, Sendable {
    /// What is disputed.
    public enum Subject: Hashable, Sendable {
        /// A link of the event.
        case link(Relation, to: EventReference)
        /// A field of the event; nil where it is the whole event.
        case field(FieldName?)
    }

    /// The event.
    public let event: EventReference
    /// What about it.
    public let subject: Subject
    /// Who denies it; nil where the source itself does.
    public let by: ActorSlug?
    /// Where that is said.
    public let source: SourceSlug
    /// What that source says instead; nil where it only denies or doubts.
    public let value: JSONValue?

    /// The disputes of a case, in order of the events that are disputed.
    static func all(in events: [EffectiveEvent]) -> [OpenDispute] {
        let links = LinkGraph(events)
        let added = AddedClaims(events)
        return events.filter { $0.retraction == nil }.map(\.event).flatMap { event in
            disputedLinks(links.links(from: event.reference))
                + disputedFields(of: event, added)
        }
    }

    private static func disputedLinks(_ links: [ChainLink]) -> [OpenDispute] {
        links.flatMap { link in
            link.disputedBy.map { denial in
                OpenDispute(
                    event: link.identity.event,
                    subject: .link(link.identity.relation, to: link.identity.to),
                    by: denial.actor, source: denial.source, value: nil)
            }
        }
    }

    private static func disputedFields(of event: Event, _ added: AddedClaims) -> [OpenDispute] {
        guard event.type.isWorld else { return [] }
        return added.dissent(on: event).map { said in
            OpenDispute(
                event: event.reference, subject: .field(said.field), by: nil,
                source: said.claim.source, value: said.value)
        }
    }
}
