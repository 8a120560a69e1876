import CanonicalJSON
import CaseModel

/// A statement of one source that another source, or an actor quoted in it, denies.
///
/// A doubt is not a denial, and a conclusion of the analyst is not a statement of a source: both
/// are listed among the disputes of a case instead.
struct DeniedWord {
    /// The events on which the denial is recorded; two if one contradiction is recorded on both.
    var events: [Event]
    let attribute: String
    /// The denied field; nil for the whole event.
    let path: String?
    /// The denied value.
    let value: JSONValue
    /// The value that the denial states.
    let opposite: JSONValue
    var support: [Testimony]
    var denials: [Testimony]
    let isStated: Bool
}

extension Testimonies {
    /// The denials of events and links, in order of position.
    var denied: [DeniedWord] {
        happenings.flatMap { denied($0) + deniedLinks(of: $0) }
    }

    private func denied(_ standing: EffectiveEvent) -> [DeniedWord] {
        let said = all(on: standing)
        let denials = said.filter { $0.claim.stance == .denies && $0.value == nil }
        return denials.map { $0.field?.path }.uniqued().compactMap { path in
            let support = self.support(of: standing, at: Set([path].compactMap(\.self)))
            let own = path.map { standing.event.view.value(at: $0) ?? .null }
            guard !support.isEmpty else { return nil }
            return DeniedWord(
                events: [standing.event], attribute: path ?? Conflict.wholeEvent, path: path,
                value: own ?? true, opposite: own == nil ? false : .null, support: support,
                denials: denials.filter { $0.field?.path == path }
                    .map { Testimony($0, on: standing) },
                isStated: standing.isCertain)
        }
    }

    private func deniedLinks(of standing: EffectiveEvent) -> [DeniedWord] {
        let links = evidence.links.links(from: standing.event.reference).filter(\.isLiving)
        return links.compactMap { link in
            let support = link.assertedBy.flatMap { self.support(of: link, by: $0, standing) }
            let denials = link.disputedBy.filter { !registers.withdrawn.contains($0.source) }
            guard !support.isEmpty, !denials.isEmpty else { return nil }
            return DeniedWord(
                events: [standing.event], attribute: link.identity.attribute, path: "links",
                value: true, opposite: false, support: support,
                denials: denials.map { Testimony($0, of: link) }, isStated: standing.isCertain)
        }
    }

    /// The statement of a source for a link: its claims on the links of the event, otherwise only
    /// its name.
    private func support(
        of link: ChainLink, by author: Asserter, _ standing: EffectiveEvent
    ) -> [Testimony] {
        guard case .source(let source) = author, !registers.withdrawn.contains(source) else {
            return []
        }
        let claims = all(on: standing).filter {
            $0.claim.source == source && $0.claim.stance == nil && $0.field?.path == "links"
        }.map { Testimony($0, on: standing) }
        let bare = Testimony(
            event: link.identity.event, source: source, claim: nil, stance: nil, by: nil,
            isCertain: link.isCertain)
        return claims.isEmpty ? [bare] : claims
    }
}

extension LinkIdentity {
    /// The attribute of a conflict about the link:
    /// `responds_to (retaliates_for) acme-seizure/seizure`.
    fileprivate var attribute: String {
        "\(relation.rawValue)\(mode.map { " (\($0.rawValue))" } ?? "") \(to)"
    }
}

extension Testimony {
    fileprivate init(_ denial: Denial, of link: ChainLink) {
        self.init(
            event: link.identity.event, source: denial.source, claim: nil, stance: .denies,
            by: denial.actor, isCertain: denial.isCertain)
    }
}
