import CaseModel

extension Testimonies {
    /// Owners whose shares of one thing exceed the whole at one time.
    var sharesAboveTheWhole: [Lint] {
        let held = happenings.compactMap { LeastShare($0.event) }
        let stakes = happenings.compactMap(\.event.stated?.stake)
        let owned = Dictionary(grouping: stakes, by: \.asset)
        return Dictionary(grouping: held, by: \.asset).values.compactMap { holdings in
            holdings.daysPerhapsAboveTheWhole.lazy.map { day in
                holdings.filter { $0.mayBeHeld(on: day) }.leastOfEachOwner
                    .withoutOwnersOfOwners(owned)
            }.first { $0.isAboveTheWhole }.flatMap(Lint.shares)
        }
    }

    /// A share of more than 100 per cent.
    var percentagesAboveTheWhole: [Lint] {
        happenings.map(\.event).compactMap { event in
            guard let figure = event.figure, let least = figure.value.bounds.min,
                Unit(figure.value.unit) == Unit("percent"),
                figure.metric.text.split(separator: "-").contains("share"),
                let hundred = DecimalNumber("100"), hundred < least
            else { return nil }
            return Lint(
                .aboveTheWhole, event,
                "\(figure.metric) of \(figure.of) is \"\(figure.value.printed)\", above 100 percent"
            )
        }
    }
}

typealias Stake = (owner: ActorSlug, asset: ActorSlug)

extension OwnershipStated {
    /// The owner, with or without a share; nil if none is named.
    var stake: Stake? {
        if case .owned(let owner, _, _) = ownership { (owner, asset) } else { nil }
    }
}

extension [LeastShare] {
    /// If sources differ about an owner's share, the smallest: the difference is a conflict, not a
    /// sum.
    fileprivate var leastOfEachOwner: [LeastShare] {
        let owners = Dictionary(grouping: self, by: \.owner)
        return map(\.owner).uniqued().compactMap { owners[$0]?.min { $0.share < $1.share } }
    }

    /// Without those who own another of the owners: their share may be the same, held indirectly.
    fileprivate func withoutOwnersOfOwners(_ stakes: [ActorSlug: [Stake]]) -> [LeastShare] {
        let above = Set(flatMap { stakes[$0.owner] ?? [] }.map(\.owner))
        return filter { !above.contains($0.owner) }
    }

    fileprivate var isAboveTheWhole: Bool {
        count > 1 && total.map { $0.numerator > $0.denominator } ?? false
    }

    /// The sum of the shares; nil on overflow.
    private var total: (numerator: Int128, denominator: Int128)? {
        reduce((0, 1)) { sum, holding in
            guard let sum else { return nil }
            return add(holding.share, to: sum)
        }
    }

    private func add(
        _ share: Fraction, to sum: (numerator: Int128, denominator: Int128)
    ) -> (numerator: Int128, denominator: Int128)? {
        let (left, one) = sum.numerator.multipliedReportingOverflow(by: Int128(share.denominator))
        let (right, two) = sum.denominator.multipliedReportingOverflow(by: Int128(share.numerator))
        let (numerator, three) = left.addingReportingOverflow(right)
        let (denominator, four) = sum.denominator
            .multipliedReportingOverflow(by: Int128(share.denominator))
        guard !(one || two || three || four) else { return nil }
        let common = greatestCommonDivisor(numerator, denominator)
        return (numerator / common, denominator / common)
    }
}

/// Euclid's algorithm; not for two zeros.
private func greatestCommonDivisor(_ one: Int128, _ other: Int128) -> Int128 {
    var (one, other) = (one, other)
    while other != 0 { (one, other) = (other, one % other) }
    return one
}

extension Lint {
    /// The lint is on the most recently recorded of the events.
    fileprivate static func shares(_ holdings: [LeastShare]) -> Lint? {
        let told = holdings.sorted { $0.event.position < $1.event.position }
        guard let last = told.last else { return nil }
        let parts = told.map { "\($0.share.text) of \($0.owner) (\($0.event.reference))" }
        return Lint(
            .aboveTheWhole, last.event,
            "shares of \(last.asset) are above the whole: \(parts.joined(separator: ", "))",
            besides: told.map(\.event))
    }
}
