import CanonicalJSON
import CaseModel

/// The least and the greatest possible value of a number; an unknown bound is nil.
struct Bounds<Number: Comparable> {
    let min: Number?
    let max: Number?

    /// Whether no number lies within both.
    func isApart(from other: Bounds) -> Bool { isBelow(other) || other.isBelow(self) }

    private func isBelow(_ other: Bounds) -> Bool {
        guard let max, let least = other.min else { return false }
        return max < least
    }
}

extension DecimalNumber {
    /// Exactly this number.
    var bounds: Bounds<DecimalNumber> { Bounds(min: self, max: self) }
}

extension Quantity: Exclusive {
    /// The least and the greatest possible value.
    var bounds: Bounds<DecimalNumber> { value?.bounds ?? Bounds(min: min, max: max) }

    /// Different units are never compared.
    func isApart(from other: Quantity) -> Bool {
        Unit(unit) == Unit(other.unit) && bounds.isApart(from: other.bounds)
    }
}

/// The quantities of a field, one per unit.
struct Quantities: Exclusive {
    let all: [Quantity]

    init?(reading json: JSONValue) {
        guard let elements = json.array else { return nil }
        all = elements.compactMap { Quantity(reading: $0) }
        guard all.count == elements.count else { return nil }
    }

    func isApart(from other: Quantities) -> Bool {
        all.contains { one in other.all.contains { one.isApart(from: $0) } }
    }
}

/// A unit; `server` and `servers` are the same.
struct Unit: Hashable {
    private let word: String

    init(_ text: String) {
        let text = text.lowercased()
        if ["%", "per cent"].contains(text) {
            word = "percent"
        } else if text.hasSuffix("ies") {
            word = text.dropLast(3) + "y"
        } else {
            word = text.hasSuffix("s") ? String(text.dropLast()) : text
        }
    }

    /// The units of a rate: `chips per rack` counts chips for each rack; nil for other units.
    var rate: (counted: Unit, each: Unit)? {
        guard let per = word.firstRange(of: " per ") else { return nil }
        return (Unit(String(word[..<per.lowerBound])), Unit(String(word[per.upperBound...])))
    }
}

extension Testimonies {
    /// Quantities of an asset in linked events: what is transferred and then used must agree in
    /// number, unit by unit.
    ///
    /// Two deliveries of the same kind of thing have independent numbers, and no link joins them.
    var assetQuantities: [Topic] {
        let joined = Set(
            evidence.links.all.filter { $0.isLiving && $0.identity.relation != .follows }
                .map { Set([$0.identity.event, $0.identity.to]) })
        let told = happenings.filter { !isForsaken($0) }.flatMap(counted)
        let groups = Dictionary(grouping: told, by: \.key)
        var pairs: [EventReference: [Set<EventReference>]] = [:]
        for pair in joined { for event in pair { pairs[event, default: []].append(pair) } }
        return told.map(\.key).uniqued().map { key in
            let statements = (groups[key] ?? []).map(\.statement)
            return Topic(
                subject: .actor(key.asset), attribute: "quantity", paths: ["data.quantity"],
                statements: statements,
                pairs: Set(statements.flatMap { pairs[$0.event.reference] ?? [] }),
                areExclusive: Testimonies.areExclusiveCounts)
        }
    }

    private struct Counted {
        let key: Key
        let statement: TopicStatement

        struct Key: Hashable {
            let asset: ActorSlug
            let unit: Unit
        }
    }

    /// The quantities of an event about one asset.
    private func counted(_ standing: EffectiveEvent) -> [Counted] {
        let assets = Set(standing.event.actors(in: .asset))
        guard assets.count == 1, let asset = assets.first else { return [] }
        let claims = support(of: standing, at: ["data.quantity"])
        let written = standing.event.view.value(at: "data.quantity")?.array ?? []
        return zip(standing.event.quantities, written).map { quantity, json in
            Counted(
                key: .init(asset: asset, unit: Unit(quantity.unit)),
                statement: TopicStatement(standing: standing, value: json, claims: claims))
        }
    }

    private static func areExclusiveCounts(_ one: TopicStatement, _ other: TopicStatement) -> Bool {
        guard one.event.mayMeet(other.event), let first = Quantity(reading: one.value),
            let second = Quantity(reading: other.value)
        else { return false }
        return first.isApart(from: second)
    }
}

extension Event {
    /// The transferred or remotely used quantity, in each given unit.
    var quantities: [Quantity] {
        switch body.content {
        case .transferMade(let transfer): transfer.quantity
        case .accessProvided(let access): access.quantity
        default: []
        }
    }
}
