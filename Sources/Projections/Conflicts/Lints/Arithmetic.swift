import CaseModel

extension Testimonies {
    /// A number of things, a number in each, and a total that is not their product.
    func wrongProducts(_ standing: EffectiveEvent) -> [Lint] {
        let quantities = standing.event.quantities
        return quantities.flatMap { rate in
            quantities.filter { Unit(rate.unit).rate?.each == Unit($0.unit) }.flatMap { things in
                totals(of: things, rate, among: quantities).filter {
                    $0.isOther(than: things, times: rate)
                }.map { Lint.product(things, rate, $0, standing.event) }
            }
        }
    }

    /// The candidates for the total: quantities in the unit of the rate, or the single remaining
    /// quantity, because a source may name the same things differently.
    private func totals(
        of things: Quantity, _ rate: Quantity, among quantities: [Quantity]
    ) -> [Quantity] {
        let rest = quantities.filter { $0 != things && $0 != rate }
        let counted = rest.filter { Unit(rate.unit).rate?.counted == Unit($0.unit) }
        return counted.isEmpty && rest.count == 1 ? rest : counted
    }
}

extension Quantity {
    /// Whether it certainly differs from the product of the others.
    fileprivate func isOther(than things: Quantity, times rate: Quantity) -> Bool {
        guard let product = things.bounds.times(rate.bounds) else { return false }
        return bounds.isApart(from: product)
    }

    /// `32 racks`, `more than 300 servers`, without saying the unit twice.
    fileprivate var words: String { printed.contains(unit) ? printed : "\(printed) \(unit)" }
}

extension Bounds<DecimalNumber> {
    /// The bounds of a product; nil if a bound is negative or has too many digits.
    fileprivate func times(_ other: Bounds) -> Bounds? {
        guard [min, other.min].allSatisfy({ !($0?.text.hasPrefix("-") ?? false) }) else {
            return nil
        }
        return Bounds(min: Bounds.product(min, other.min), max: Bounds.product(max, other.max))
    }

    private static func product(_ one: DecimalNumber?, _ other: DecimalNumber?) -> DecimalNumber? {
        guard let one, let other else { return nil }
        return one.times(other)
    }
}

extension Lint {
    fileprivate static func product(
        _ things: Quantity, _ rate: Quantity, _ total: Quantity, _ event: Event
    ) -> Lint {
        let factors = "\"\(things.words)\" times \"\(rate.words)\""
        return Lint(.arithmetic, event, "\(factors) is not \"\(total.words)\"")
    }
}
