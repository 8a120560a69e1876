package import CaseModel

extension Chain {
    /// The first event, in order of time, that others of the chain answer and that answers none itself;
    /// nil if no link claims more than an order in time.
    package var firstCause: Event? {
        let claims = arrows.map(\.link.identity).filter { $0.relation != .follows }
        let responses = Set(claims.map(\.event))
        let causes = Set(claims.map(\.to)).subtracting(responses)
        return nodes.first { causes.contains($0.reference) }
    }
}
