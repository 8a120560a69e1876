import CaseModel

extension Testimonies {
    /// A number of things, a number in each, and a total that is not their product.
    func wrongProducts(_ standing: EffectiveEvent) -> [Lint] {
        standing.event.quantities.products.filter { $0.isRight == .no }.map { product in
            let factors = "\"\(product.things.words)\" times \"\(product.rate.words)\""
            return Lint(
                .arithmetic, standing.event, "\(factors) is not \"\(product.total.words)\"")
        }
    }
}
