public import CanonicalJSON
public import CaseModel

/// Something that is denied, doubted or contradicted.
public struct OpenDispute: Hashable, Sendable {
    /// The subject of a dispute.
    public enum Subject: Hashable, Sendable {
        /// A link of the event.
        case link(Relation, to: EventReference)
        /// A field of the event; nil for the whole event.
        case field(FieldName?)
    }

    /// The event.
    public let event: EventReference
    /// What about it.
    public let subject: Subject
    /// Who denies it; nil if the source itself does.
    public let by: ActorSlug?
    /// Where that is said.
    public let source: SourceSlug
    /// The value that the source states instead; nil if it only denies or doubts.
    public let value: JSONValue?
    /// Whether both the dispute and what it disputes were certainly stated under the requested
    /// clocks.
    public let isCertain: Bool

    /// The disputes of a case, in order of the disputed events.
    ///
    /// The evidence on its events is computed only if there may be a dispute.
    static func all(
        in events: [EffectiveEvent], _ evidence: @autoclosure () -> Evidence
    ) -> [OpenDispute] {
        let isDisputed = events.contains { $0.retraction == nil && $0.event.mayDispute }
        guard isDisputed else { return [] }
        let evidence = evidence()
        return events.filter { $0.retraction == nil }.flatMap { standing in
            disputedLinks(of: standing, evidence.links)
                + disputedFields(of: standing, evidence.added)
        }
    }

    private static func disputedLinks(
        of standing: EffectiveEvent, _ links: LinkGraph
    ) -> [OpenDispute] {
        guard links.isDisputed else { return [] }
        let living = links.links(from: standing.event.reference).filter(\.isLiving)
        return living.flatMap { link in
            link.disputedBy.filter { !$0.isWithdrawn }.map { denial in
                OpenDispute(
                    event: link.identity.event,
                    subject: .link(link.identity.relation, to: link.identity.to),
                    by: denial.actor, source: denial.source, value: nil,
                    isCertain: standing.isCertain && link.isCertain && denial.isCertain)
            }
        }
    }

    private static func disputedFields(
        of standing: EffectiveEvent, _ added: AddedClaims
    ) -> [OpenDispute] {
        guard standing.event.type.isWorld else { return [] }
        return added.dissent(on: standing).map { said in
            OpenDispute(
                event: standing.event.reference, subject: .field(said.field), by: nil,
                source: said.claim.source, value: said.value,
                isCertain: standing.isCertain && said.isCertain)
        }
    }
}

extension Event {
    /// Whether it, or a source in it, may deny or doubt something or give another value.
    fileprivate var mayDispute: Bool {
        switch body.content {
        case .claimAdded, .linkDisputed, .linkAsserted: true
        default:
            body.claims.contains(where: \.dissents)
                || body.links.contains { !$0.disputedBy.isEmpty }
        }
    }
}
