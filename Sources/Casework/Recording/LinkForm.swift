import CanonicalJSON
package import CaseModel

/// A link as somebody fills it in.
package struct LinkForm: Sendable {
    /// How the event is related to the other.
    package let relation: String
    /// In which way it responds.
    package let mode: Mode?
    /// The other event.
    package let to: String
    /// What the link rests on; nil takes what is most cautious.
    package let basis: Basis?
    /// How likely it is.
    package let likelihood: Likelihood?

    /// A link.
    package init(
        relation: String, mode: Mode? = nil, to: String, basis: Basis?, likelihood: Likelihood?
    ) {
        self.relation = relation
        self.mode = mode
        self.to = to
        self.basis = basis
        self.likelihood = likelihood
    }

    /// The link, asserted by the sources where it is explicit in them, else by the analyst.
    ///
    /// Without a basis nothing is claimed that no source was said to claim: it is an inference, or
    /// mere order in time where the relation says no more.
    func json(sources: [String]) -> JSONValue {
        let basis = basis ?? (relation == Relation.follows.rawValue ? .temporal : .inferred)
        let isSourced = basis == .explicit && !sources.isEmpty
        var link: JSONObject = [
            "relation": .string(relation), "to": .string(to), "basis": .string(basis.rawValue),
            "asserted_by": .array((isSourced ? sources : ["analyst"]).map(JSONValue.string)),
        ]
        link["mode"] = (mode?.rawValue).map(JSONValue.string)
        link["likelihood"] = (likelihood?.rawValue).map(JSONValue.string)
        return .object(link)
    }
}
