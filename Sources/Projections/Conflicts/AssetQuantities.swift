import CanonicalJSON
import CaseModel

extension Testimonies {
    /// How many of what an asset is, told by events that links join: what is handed over and then
    /// used is the same in number, unit by unit.
    ///
    /// Two deliveries of one kind of thing are two numbers, and no link joins them.
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
        let statement: Statement

        struct Key: Hashable {
            let asset: ActorSlug
            let unit: Unit
        }
    }

    /// The quantities of an event that is about one asset.
    private func counted(_ standing: EffectiveEvent) -> [Counted] {
        let assets = Set(standing.event.actors(in: .asset))
        guard assets.count == 1, let asset = assets.first else { return [] }
        let claims = support(of: standing, at: ["data.quantity"])
        let written = standing.event.view.value(at: "data.quantity")?.array ?? []
        return zip(standing.event.quantities, written).map { quantity, json in
            Counted(
                key: .init(asset: asset, unit: Unit(quantity.unit)),
                statement: Statement(standing: standing, value: json, claims: claims))
        }
    }

    private static func areExclusiveCounts(_ one: Statement, _ other: Statement) -> Bool {
        guard one.event.mayMeet(other.event), let first = Quantity(reading: one.value),
            let second = Quantity(reading: other.value)
        else { return false }
        return first.isApart(from: second)
    }
}

extension Event {
    /// How much is transferred, or used from afar, in each unit that is given.
    var quantities: [Quantity] {
        switch body.content {
        case .transferMade(let transfer): transfer.quantity
        case .accessProvided(let access): access.quantity
        default: []
        }
    }
}
