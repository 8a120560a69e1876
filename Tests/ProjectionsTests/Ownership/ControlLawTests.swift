import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

/// The three answers, compared with a slow and literal oracle on random histories.
///
/// The oracle imagines two worlds: one in which whatever is doubtful or unknown is in the hands of
/// listed parties, and one in which nothing is. An actor is captured if it is so in both, and not
/// captured if it is so in neither.
@Suite struct ControlLawTests {
    /// The days on which the sources were published.
    static let sources = ["gazette": 1, "wire": 12, "letter": 16]
    private static let days = ["2025-09", "2025-10-01", "2025-10-10", "2025-10-20"]

    @Test func `10,000 random histories, by all three clocks`() throws {
        var random = SplitMix(seed: 2025)
        var answers: [String: Int] = [:]
        for _ in 0..<10_000 {
            let made = try RandomOwnership(&random)
            let day = ControlLawTests.days.randomElement(using: &random)
            let known = Int.random(in: 5...made.history.events.count, using: &random)
            let published = [nil, 5, 13, 20].randomElement(using: &random) ?? nil
            let history = made.history.first(known)
            let oracle = made.world(first: known, asOf: day, published: published ?? 31)
            let network = try history.network(
                asOf: day, publishedBy: published.map { RandomOwnership.date($0) })
            for actor in RandomOwnership.actors {
                let told = try network.ifInForce(actor)
                let expected = oracle.isCaptured(actor)
                #expect(
                    told == expected,
                    "\(actor) as of \(day ?? "now"), \(published ?? 31): \(history)")
                answers[told, default: 0] += 1
            }
        }
        // Each answer is met often, so that none is compared in vain.
        #expect(answers.count == 3)
        #expect(answers.values.allSatisfy { $0 > 500 })
    }
}

/// Who owns and lists whom, made up event by event, and the same in plain numbers.
struct RandomOwnership {
    static let actors = ["a", "b", "c", "n"]

    private(set) var history = History()
    private var facts: [(position: Int, published: Int, fact: Fact)] = []

    private enum Fact {
        case listed(String, day: Int, denied: Int?)
        case owned(by: String, String, quarters: Int?, day: Int, denied: Int?)
        case retracted(position: Int)
    }

    init(_ random: inout SplitMix) throws {
        for (source, day) in ControlLawTests.sources.sorted(by: { $0.key < $1.key }) {
            history = try history.source(source, published: RandomOwnership.date(day))
        }
        history =
            try history
            .list("entity-list", programme: "Entity List").actor("n", ofType: "person")
        for _ in 0..<Int.random(in: 1...8, using: &random) { try add(&random) }
    }

    private mutating func add(_ random: inout SplitMix) throws {
        let key = "e\(history.events.count)"
        let day = Int.random(in: 1...25, using: &random)
        let denied =
            Int.random(in: 0..<8, using: &random) == 0 ? ControlLawTests.sources["letter"] : nil
        let source = Bool.random(using: &random) ? "gazette" : "wire"
        let claims: [JSONValue] =
            [["source": .string(source)]]
            + (denied != nil ? [["source": "letter", "stance": "denies"]] : [])
        let date = RandomOwnership.date(day)
        let who = RandomOwnership.actors.randomElement(using: &random) ?? "a"
        let what = ["a", "b", "c"].randomElement(using: &random) ?? "a"
        let fact: Fact
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1:
            history = try history.lists(
                who, on: "entity-list", day: date, as: key, claims: claims)
            fact = .listed(who, day: day, denied: denied)
        case 2 where !facts.isEmpty:
            let position = facts[Int.random(in: 0..<facts.count, using: &random)].position
            guard case .keyed(_, let retracted) = history.events[position - 1].reference,
                history.events[position - 1].type.isWorld
            else { return }
            history = try history.retracted("acme/\(retracted)", as: key)
            fact = .retracted(position: position)
        default:
            let quarters = [nil, 1, 1, 2, 2, 3, 4].randomElement(using: &random) ?? nil
            let share = quarters.map { JSONValue.string($0 == 4 ? "1" : "\($0)/4") }
            history = try history.owns(who, what, share, on: date, as: key, claims: claims)
            fact = .owned(by: who, what, quarters: quarters, day: day, denied: denied)
        }
        facts.append((history.events.count, ControlLawTests.sources[source] ?? 0, fact))
    }

    static func date(_ day: Int) -> String { "2025-10-\(day < 10 ? "0" : "")\(day)" }

    /// The plain numbers of the first events on a day.
    func world(first known: Int, asOf day: String?, published: Int) -> World {
        let recorded = facts.filter { $0.position <= known }
        let retracted = Set(
            recorded.compactMap { if case .retracted(let place) = $0.fact { place } else { nil } })
        // A month has come once it is over; a day in it may have come.
        let last = day.map { $0 == "2025-09" ? 0 : Int($0.suffix(2)) ?? 0 } ?? 31
        var world = World()
        for (position, source, fact) in recorded
        where !retracted.contains(position) && source <= published {
            switch fact {
            case .listed(let party, let day, let denied) where day <= last:
                world.list(party, day: day, isDenied: (denied ?? 99) <= published)
            case .owned(let owner, let asset, let quarters, let day, let denied) where day <= last:
                world.own(
                    owner, asset, quarters, day: day, isDenied: (denied ?? 99) <= published)
            default: break
            }
        }
        return world
    }
}

/// What is recorded on a day, in quarters of the whole.
struct World {
    private struct Stake { var day: Int, least: Int, isDenied: Bool }

    private var firstListed: [String: (day: Int, isDenied: Bool)] = [:]
    private var stakes: [[String]: [Stake]] = [:]

    mutating func list(_ party: String, day: Int, isDenied: Bool) {
        // The first listing sets the status; being listed again changes nothing.
        if let first = firstListed[party], first.day <= day { return }
        firstListed[party] = (day, isDenied)
    }

    mutating func own(_ owner: String, _ asset: String, _ quarters: Int?, day: Int, isDenied: Bool)
    {
        stakes[[owner, asset], default: []].append(
            Stake(day: day, least: quarters ?? 0, isDenied: isDenied))
    }

    /// What each owner of an asset certainly holds, in quarters.
    private func least(of asset: String) -> [String: Int] {
        var held: [String: Int] = [:]
        for (pair, all) in stakes where pair[1] == asset {
            let newest = all.map(\.day).max() ?? 0
            let current = all.filter { $0.day == newest }
            let isSure = !current.contains(where: \.isDenied)
            held[pair[0]] = isSure ? current.map(\.least).min() ?? 0 : 0
        }
        return held.values.reduce(0, +) > 4 ? held.mapValues { _ in 0 } : held
    }

    /// Whether an actor is captured, in the word of the answer.
    func isCaptured(_ actor: String) -> String {
        let certain = captured { party in
            firstListed[party].map { !$0.isDenied } ?? false
        } holds: { asset, captured in
            least(of: asset).filter { captured.contains($0.key) }.values.reduce(0, +)
        }
        let possible = captured { party in
            firstListed[party] != nil
        } holds: { asset, captured in
            guard asset != "n" else { return 0 }
            return 4 - least(of: asset).filter { !captured.contains($0.key) }.values.reduce(0, +)
        }
        if certain.contains(actor) { return "captured" }
        return possible.contains(actor) ? "undetermined" : "not_captured"
    }

    /// The actors that are captured if these are listed, asking again until nothing changes.
    private func captured(
        listed: (String) -> Bool, holds: (String, Set<String>) -> Int
    ) -> Set<String> {
        var captured = Set(RandomOwnership.actors.filter(listed))
        while true {
            let more = RandomOwnership.actors.filter { holds($0, captured) >= 2 }
            guard !captured.isSuperset(of: more) else { return captured }
            captured.formUnion(more)
        }
    }
}

extension History {
    /// The history as it stood after its first events.
    func first(_ count: Int) -> History {
        var copy = History()
        copy.replay(events.prefix(count))
        return copy
    }
}

extension ActorNetwork {
    /// Whether the rule would capture an actor on a day, in the word of the answer.
    func ifInForce(_ actor: String) throws -> String {
        let verdicts = verdicts(on: ActorSlug(try #require(Slug(actor))))
        let verdict = try #require(verdicts.first { $0.rule.slug.text == "bis-affiliates" })
        return verdict.isCapturedIfInForce.captured
    }
}
