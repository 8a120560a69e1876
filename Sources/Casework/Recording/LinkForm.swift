import CanonicalJSON
package import CaseModel

/// A link as the user enters it.
package struct LinkForm: Sendable {
    /// How the event is related to the other.
    package let relation: String
    /// The mode of the response.
    package let mode: Mode?
    /// The other event.
    package let to: String
    /// The basis of the link; nil for the most cautious one.
    package let basis: Basis?
    /// How likely it is.
    package let likelihood: Likelihood?

    /// Creates a link.
    package init(
        relation: String, mode: Mode? = nil, to: String, basis: Basis?, likelihood: Likelihood?
    ) {
        self.relation = relation
        self.mode = mode
        self.to = to
        self.basis = basis
        self.likelihood = likelihood
    }

    /// The link as JSON, asserted by the sources if it is explicit in them, else by the analyst.
    ///
    /// Without a basis it does not claim more than the user said: it is an inference, or temporal
    /// order if that is all the relation says.
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
