public import CaseModel

/// A number of things, a number in each of them, and what is said to be the total.
struct QuantityProduct {
    let things: Quantity
    let rate: Quantity
    let total: Quantity

    /// Whether the total is the product; unknown if the bounds allow either, or there are too many
    /// digits to tell.
    var isRight: Trilean {
        guard let product = things.bounds.times(rate.bounds) else { return .unknown }
        guard !total.bounds.isApart(from: product) else { return .no }
        let isExact = product.isExact && total.bounds.isExact
        return isExact ? .yes : .unknown
    }
}

extension [Quantity] {
    /// The products that these quantities make.
    var products: [QuantityProduct] {
        flatMap { rate in
            filter { Unit(rate.unit).rate?.each == Unit($0.unit) }.flatMap { things in
                totals(of: things, rate).map {
                    QuantityProduct(things: things, rate: rate, total: $0)
                }
            }
        }
    }

    /// The candidates for the total: quantities in the unit of the rate, or the single remaining
    /// quantity, because a source may name the same things differently.
    private func totals(of things: Quantity, _ rate: Quantity) -> [Quantity] {
        let rest = filter { $0 != things && $0 != rate }
        let counted = rest.filter { Unit(rate.unit).rate?.counted == Unit($0.unit) }
        return counted.isEmpty && rest.count == 1 ? rest : counted
    }
}

extension Quantity {
    /// `32 racks`, `more than 300 servers`: as printed, with the unit unless a word of it is there.
    public var words: String {
        let printedWords = Set(printed.lowercased().split { !$0.isLetter })
        let unitWords = unit.lowercased().split { !$0.isLetter }.filter { $0 != "per" }
        let isNamed = unitWords.contains(where: printedWords.contains) || printed.contains(unit)
        return isNamed ? printed : "\(printed) \(unit)"
    }
}

extension Bounds<DecimalNumber> {
    /// Whether only one number lies within them.
    fileprivate var isExact: Bool {
        guard let min, let max else { return false }
        return !(min < max) && !(max < min)
    }

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
