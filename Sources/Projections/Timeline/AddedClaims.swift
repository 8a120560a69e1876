import CanonicalJSON
import CaseModel

/// The claims that `claim.added` laid beside events later on.
struct AddedClaims: Sendable {
    private let byEvent: [EventReference: [AddedClaim]]
    private let differences: Differences

    init(_ events: [EffectiveEvent]) {
        let standing = events.lazy.filter { $0.retraction == nil }
        byEvent = Dictionary(grouping: standing.compactMap(AddedClaim.init), by: \.event)
        differences = Differences(standing.map(\.event))
    }

    /// Whether none was added to any event.
    var isEmpty: Bool { byEvent.isEmpty }

    func claims(on event: Event) -> [AddedClaim] {
        guard !isEmpty else { return [] }
        return event.names.flatMap { byEvent[$0] ?? [] }
            .sorted { $0.standing.event.position < $1.standing.event.position }
    }

    /// The fields whose values exclude each other: that of the event, where it has one, and those
    /// that were added; nobody having explained why that is no contradiction.
    ///
    /// A value that only sources give which were withdrawn excludes nothing.
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
    /// Whether all of its own sources that bear it out were withdrawn; other ones may have added to
    /// it.
    fileprivate var isForsaken: Bool {
        let supporting = event.body.claims.filter(\.supports).map(\.source)
        return !supporting.isEmpty && withdrawnSources.isSuperset(of: supporting)
    }
}

/// A second value for a field of an event, with who says so.
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

    /// Whether it was only foretold: what came otherwise contradicts nobody.
    var isForetold: Bool {
        let claims = standing.event.body.claims
        return !claims.isEmpty && claims.allSatisfy { $0.stance == .foretells }
    }
}
