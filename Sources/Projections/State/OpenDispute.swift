public import CaseModel

/// Something that somebody denies or doubts.
public struct OpenDispute: Hashable, Sendable {
    /// What is denied or doubted.
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

    /// The disputes of a case, in order of the events that are disputed.
    static func all(in events: [EffectiveEvent]) -> [OpenDispute] {
        let links = LinkGraph(events)
        let added = AddedClaims(events)
        return events.filter { $0.retraction == nil }.map(\.event).flatMap { event in
            disputedLinks(links.links(from: event.reference))
                + disputedFields(of: event, added.claims(on: event).flatMap(\.claims))
        }
    }

    private static func disputedLinks(_ links: [ChainLink]) -> [OpenDispute] {
        links.flatMap { link in
            link.disputedBy.map { denial in
                OpenDispute(
                    event: link.identity.event,
                    subject: .link(link.identity.relation, to: link.identity.to),
                    by: denial.actor, source: denial.source)
            }
        }
    }

    private static func disputedFields(of event: Event, _ added: [Claim]) -> [OpenDispute] {
        guard event.type.isWorld else { return [] }
        return (event.body.claims + added).filter { $0.stance != nil }.map { claim in
            OpenDispute(
                event: event.reference, subject: .field(claim.field), by: nil, source: claim.source)
        }
    }
}
