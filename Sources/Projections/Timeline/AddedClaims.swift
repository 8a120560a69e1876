import CanonicalJSON
import CaseModel

/// The claims that were later added to events with `claim.added`.
struct AddedClaims: Sendable {
    private let byEvent: [EventReference: [AddedClaim]]
    private let differences: Differences

    init(_ events: [EffectiveEvent]) {
        let standing = events.lazy.filter { $0.retraction == nil }
        byEvent = Dictionary(grouping: standing.compactMap(AddedClaim.init), by: \.event)
        differences = Differences(standing.map(\.event))
    }

    /// Whether there are none.
    var isEmpty: Bool { byEvent.isEmpty }

    func claims(on event: Event) -> [AddedClaim] {
        guard !isEmpty else { return [] }
        return event.names.flatMap { byEvent[$0] ?? [] }
            .sorted { $0.standing.event.position < $1.standing.event.position }
    }

    /// The fields with values that exclude each other, among the event's own and the added ones,
    /// unless the difference was explained.
    ///
    /// A value stated only by withdrawn sources excludes nothing.
    func contradictions(on standing: EffectiveEvent) -> Set<String> {
        let event = standing.event
        let claims = claims(on: event).filter {
            !$0.standing.isUnsupported && !$0.isForetold
        }
        guard !claims.isEmpty else { return [] }
        let byField = Dictionary(grouping: claims, by: \.field.path)
        return Set(
            byField.filter { path, added in
                let own = standing.isForsaken ? nil : event.view.value(at: path)
                let values = [own].compactMap(\.self) + added.map(\.value)
                return !differences.explain(path, of: event)
                    && event.type.exclude(values, at: path)
            }.keys)
    }
}

extension EffectiveEvent {
    /// Whether all of its own supporting sources were withdrawn; other sources may have been added.
    fileprivate var isForsaken: Bool {
        let supporting = event.body.claims.filter(\.supports).map(\.source)
        return !supporting.isEmpty && withdrawnSources.isSuperset(of: supporting)
    }
}

/// A further value for a field of an event, with its sources.
struct AddedClaim: Sendable {
    /// The event that adds it.
    let standing: EffectiveEvent
    let event: EventReference
    let field: FieldName
    let value: JSONValue

    init?(_ standing: EffectiveEvent) {
        guard case .claimAdded(let added) = standing.event.body.content else { return nil }
        self.standing = standing
        self.event = added.event
        field = added.field
        value = added.value
    }

    /// Whether it is only a prediction: a prediction that did not come true contradicts nothing.
    var isForetold: Bool {
        let claims = standing.event.body.claims
        return !claims.isEmpty && claims.allSatisfy { $0.stance == .foretells }
    }
}
