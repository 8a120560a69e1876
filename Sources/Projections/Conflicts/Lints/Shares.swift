import CaseModel

extension Testimonies {
    /// Owners whose shares of one thing add up to more than all of it at one time.
    var sharesAboveTheWhole: [Lint] {
        let held = happenings.compactMap { Holding($0.event) }
        let stakes = happenings.compactMap(\.event.stated?.stake)
        return Dictionary(grouping: held, by: \.asset).values.compactMap { holdings in
            let beginnings = [nil] + holdings.map { $0.event.body.occurred?.earliest }
            return beginnings.lazy.map { day in
                holdings.filter { $0.mayBeHeld(on: day) }.leastOfEachOwner
                    .withoutOwnersOfOwners(stakes)
            }.first { $0.isAboveTheWhole }.flatMap(Lint.shares)
        }
    }

    /// A share in percent that is above a hundred.
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

private typealias Stake = (owner: ActorSlug, asset: ActorSlug)

extension OwnershipStated {
    /// Who owns it, however much; nil where nobody is named.
    fileprivate var stake: Stake? {
        if case .owned(let owner, _, _) = ownership { (owner, asset) } else { nil }
    }
}

/// What somebody is said to own of something, at least.
private struct Holding {
    let asset: ActorSlug
    let owner: ActorSlug
    let share: Fraction
    let event: Event

    init?(_ event: Event) {
        guard let stated = event.stated,
            case .owned(let owner, let share?, let direct) = stated.ownership, direct != .no,
            let least = share.bounds.min
        else { return nil }
        (asset, self.owner, self.share, self.event) = (stated.asset, owner, least, event)
    }

    /// Whether it may be held on a day; nil is a day before all others.
    func mayBeHeld(on day: Day?) -> Bool {
        guard let occurred = event.body.occurred else { return true }
        guard let day else { return occurred.earliest == nil }
        return occurred.earliest.map { $0 <= day } ?? true
            && occurred.latest.map { day <= $0 } ?? true
    }
}

extension [Holding] {
    /// Where sources differ about an owner's share, the least: the rest is a conflict, not a sum.
    fileprivate var leastOfEachOwner: [Holding] {
        let owners = Dictionary(grouping: self, by: \.owner)
        return map(\.owner).uniqued().compactMap { owners[$0]?.min { $0.share < $1.share } }
    }

    /// Without those who own one of the other owners: theirs may be the same shares, held through
    /// that one.
    fileprivate func withoutOwnersOfOwners(_ stakes: [Stake]) -> [Holding] {
        let owners = Set(map(\.owner))
        let above = Set(stakes.filter { owners.contains($0.asset) }.map(\.owner))
        return filter { !above.contains($0.owner) }
    }

    fileprivate var isAboveTheWhole: Bool {
        count > 1 && total.map { $0.numerator > $0.denominator } ?? false
    }

    /// The shares added up; nil where the numbers become too large to say.
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
        return one || two || three || four ? nil : (numerator, denominator)
    }
}

extension Lint {
    /// On the last event that was recorded of them.
    fileprivate static func shares(_ holdings: [Holding]) -> Lint? {
        let told = holdings.sorted { $0.event.position < $1.event.position }
        guard let last = told.last else { return nil }
        let parts = told.map { "\($0.share.text) of \($0.owner) (\($0.event.reference))" }
        return Lint(
            .aboveTheWhole, last.event,
            "shares of \(last.asset) are above the whole: \(parts.joined(separator: ", "))",
            besides: told.map(\.event))
    }
}
