public import CaseModel

/// A check of the numbers on a way of goods.
public struct FlowCheck: Hashable, Sendable {
    /// What is compared.
    public enum Kind: String, Hashable, Sendable {
        /// A number of things, times a number in each, is the total.
        case product
        /// What an actor passes on does not exceed what it received.
        case passedOn = "passed_on"
        /// What an actor lets others use does not exceed what it received.
        case usedRemotely = "used_remotely"
    }

    /// What is compared.
    public let kind: Kind
    /// Whether it holds; unknown if the bounds allow either.
    public let isRight: Trilean
    /// The numbers in words.
    public let detail: String
    /// The events whose numbers are compared, in order of the steps.
    public let events: [EventReference]
}

/// The checks of the steps of a flow.
struct FlowChecks {
    private let steps: [FlowStep]
    private let received: [ActorSlug?: [FlowStep]]
    private let given: [ActorSlug?: [FlowStep]]
    private let registers: Registers

    init(_ steps: [FlowStep], _ registers: Registers) {
        (self.steps, self.registers) = (steps, registers)
        received = Dictionary(grouping: steps.filter { $0.kind == .transfer }, by: \.to)
        given = Dictionary(grouping: steps, by: \.from)
    }

    var all: [FlowCheck] { steps.flatMap(products) + hands.flatMap(handed) }

    /// The products that the numbers of one step make.
    private func products(_ step: FlowStep) -> [FlowCheck] {
        step.quantity.products.map { product in
            FlowCheck(
                kind: .product, isRight: product.isRight,
                detail: "\(product.things.words) × \(product.rate.words): \(product.total.words)",
                events: [step.event])
        }
    }

    /// Everybody who gets goods and gives some or lets others use them, in order of the steps.
    private var hands: [ActorSlug] {
        let givers = Set(steps.compactMap(\.from))
        return steps.filter { $0.kind == .transfer }.compactMap(\.to).uniqued()
            .filter(givers.contains)
    }

    private func handed(_ hand: ActorSlug) -> [FlowCheck] {
        let got = received[hand] ?? []
        return [FlowStep.Kind.transfer, .access].flatMap { kind in
            let given = (given[hand] ?? []).filter { $0.kind == kind }
            return given.flatMap(\.units).uniqued().compactMap { unit in
                comparison(got, given, unit, hand, kind)
            }
        }
    }

    private func comparison(
        _ got: [FlowStep], _ given: [FlowStep], _ unit: Unit, _ hand: ActorSlug,
        _ kind: FlowStep.Kind
    ) -> FlowCheck? {
        // Remote access moves nothing: each of several users may use up to the whole quantity.
        let uses = kind == .transfer ? [given] : given.map { [$0] }
        let has = got.total(unit)
        guard has.min != nil || has.max != nil else { return nil }
        let answers = uses.map { has.isEnough(for: $0.total(unit)) }
        let isRight = answers.contains(.no) ? .no : answers.reduce(Trilean.yes) { $0.and($1) }
        let verb = kind == .transfer ? "passes on" : "lets others use"
        return FlowCheck(
            kind: kind == .transfer ? .passedOn : .usedRemotely, isRight: isRight,
            detail:
                "\(registers.name(of: hand)) gets \(got.printed(unit)) and \(verb) \(given.printed(unit))",
            events: (got + given).filter { $0.units.contains(unit) }.map(\.event))
    }
}

extension FlowStep {
    /// The units in which its quantity is given, without rates.
    fileprivate var units: [Unit] {
        quantity.map { Unit($0.unit) }.filter { $0.rate == nil }.uniqued()
    }
}

extension [FlowStep] {
    /// The quantities in a unit, together; a step that gives none in it may be of any size.
    fileprivate func total(_ unit: Unit) -> Bounds<DecimalNumber> {
        let parts = map { step in
            step.quantity.first { Unit($0.unit) == unit }?.bounds ?? Bounds(min: nil, max: nil)
        }
        return Bounds(min: parts.compactMap(\.min).sum, max: parts.map(\.max).wholeSum)
    }

    /// The quantities in a unit, as printed.
    fileprivate func printed(_ unit: Unit) -> String {
        let words = flatMap { step in step.quantity.filter { Unit($0.unit) == unit }.map(\.words) }
        return words.isEmpty ? "an unknown number" : words.joined(separator: " and ")
    }
}

extension [DecimalNumber] {
    /// The sum; nil if there are none, or it has too many digits.
    fileprivate var sum: DecimalNumber? {
        guard let first else { return nil }
        return dropFirst().reduce(Optional(first)) { $0?.plus($1) }
    }
}

extension [DecimalNumber?] {
    /// The sum; nil if one of them is unknown.
    fileprivate var wholeSum: DecimalNumber? { contains(nil) ? nil : compactMap(\.self).sum }
}

extension Bounds<DecimalNumber> {
    /// Whether this much is enough for another number.
    fileprivate func isEnough(for other: Bounds) -> Trilean {
        if let max, let least = other.min, max < least { return .no }
        if let min, let most = other.max, most <= min { return .yes }
        return .unknown
    }
}
