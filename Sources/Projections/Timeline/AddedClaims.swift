import CanonicalJSON
import CaseModel

/// The claims that `claim.added` laid beside events later on.
struct AddedClaims {
    private let byEvent: [EventReference: [AddedClaim]]
    private let differences: Differences

    init(_ events: [EffectiveEvent]) {
        let standing = events.filter { $0.retraction == nil }.map(\.event)
        byEvent = Dictionary(grouping: standing.compactMap(AddedClaim.init), by: \.event)
        differences = Differences(standing)
    }

    func claims(on event: Event) -> [AddedClaim] {
        event.names.flatMap { byEvent[$0] ?? [] }.sorted { $0.position < $1.position }
    }

    /// The fields whose values exclude each other: that of the event, where it has one, and those
    /// that were added; nobody having explained why that is no contradiction.
    func contradictions(on event: Event) -> Set<String> {
        let byField = Dictionary(grouping: claims(on: event), by: \.field.path)
        return Set(
            byField.filter { path, added in
                let values = [event.json.value(at: path)].compactMap(\.self) + added.map(\.value)
                return !differences.explain(path, of: event)
                    && event.type.exclude(values, at: path)
            }.keys)
    }
}

/// A second value for a field of an event, with who says so.
struct AddedClaim {
    let position: Int64
    let event: EventReference
    let field: FieldName
    let value: JSONValue
    let claims: [Claim]

    init?(_ event: Event) {
        guard case .claimAdded(let added) = event.body.content else { return nil }
        position = event.position
        self.event = added.event
        field = added.field
        value = added.value
        claims = event.body.claims
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in order of first appearance.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
