import CanonicalJSON
import CaseModel

/// What one source says and another, or somebody in it, denies.
///
/// A doubt excludes nothing, and what only the analyst concludes no source has said: both stand
/// among the disputes of a case.
struct DeniedWord {
    /// The events that the denial is recorded on; two where one contradiction is on both.
    var events: [Event]
    let attribute: String
    /// The field that is denied; nil where it is the whole event.
    let path: String?
    /// What is denied.
    let value: JSONValue
    /// What the denial says.
    let opposite: JSONValue
    var support: [Testimony]
    var denials: [Testimony]
    let isStated: Bool
}

extension Testimonies {
    /// What is denied of events and links, in order of position.
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

    /// What a source says for a link: its claims on the links of the event, else only its name.
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
    /// What a conflict about the link is about: `responds_to (retaliates_for) acme-seizure/seizure`.
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
