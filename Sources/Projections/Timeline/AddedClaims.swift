import CanonicalJSON
public import CaseModel

/// The claims that `claim.added` laid beside events later on.
struct AddedClaims {
    private let byEvent: [EventReference: [AddedClaim]]

    init(_ events: [EffectiveEvent]) {
        let added = events.filter { $0.retraction == nil }.compactMap { AddedClaim($0.event) }
        byEvent = Dictionary(grouping: added, by: \.event)
    }

    func claims(on event: Event) -> [AddedClaim] {
        event.names.flatMap { byEvent[$0] ?? [] }.sorted { $0.position < $1.position }
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

    /// Whether the event itself says something else.
    func contradicts(_ event: Event) -> Bool { event.json.value(of: field) != value }
}

extension JSONObject {
    /// What stands under a field's path; nil where nothing does.
    func value(of field: FieldName) -> JSONValue? {
        guard field.path.hasPrefix("data.") else { return self[field.path] }
        return self["data"]?.object?[String(field.path.dropFirst("data.".count))]
    }
}

extension Sequence where Element: Hashable {
    /// The elements without repetitions, in order of first appearance.
    func uniqued() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension [EffectiveEvent] {
    /// What sources say about an event: its own claims, then those added to it later.
    public func claims(on event: Event) -> [Claim] {
        event.body.claims + AddedClaims(self).claims(on: event).flatMap(\.claims)
    }
}
