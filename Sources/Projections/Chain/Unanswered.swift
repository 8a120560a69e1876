import CaseModel

/// The restricting acts of one side that no act of another side answers and that still have an
/// effect.
struct Unanswered {
    /// Who answers an act, or an act that it implements or that implements it, directly or through
    /// others.
    private let answers: [Act: Answering]
    private let registers: Registers

    /// - Parameters:
    ///   - nodes: the events of a chain, in order of time.
    ///   - arrows: its links.
    ///   - registers: the sides of actors.
    init(_ nodes: [Event], _ arrows: [Chain.Arrow], registers: Registers) {
        let byName = Dictionary(nodes.map { ($0.reference, $0) }) { first, _ in first }
        // A purely temporal link is not a response, whatever its relation.
        let links = arrows.filter { $0.link.basis != .temporal }.map(\.link.identity)
        let none = Answering(enough: nodes.map { registers.sides(of: $0).count }.max() ?? 0)
        var direct: [Act: Answering] = [:]
        for link in links where link.relation == .respondsTo {
            guard let act = byName[link.to].map(Act.init), let answer = byName[link.event],
                answer.type.isWorld
            else { continue }
            direct[act, default: none].add(registers.sides(of: answer))
        }
        let implementing = links.filter { $0.relation == .implements }.compactMap { link in
            byName[link.event].flatMap { event in
                byName[link.to].map { (from: Act(event), to: Act($0)) }
            }
        }
        let implemented = implementing.map { (from: $0.to, to: $0.from) }
        answers = direct.gathered(along: implementing, none)
            .merging(direct.gathered(along: implemented, none)) { $0.adding($1) }
        self.registers = registers
    }

    /// The acts of the chain, each given by its first event, in order of time.
    func acts(_ nodes: [Event], _ effects: Effects) -> [EventReference] {
        var seen: Set<Act> = []
        return nodes.filter { event in
            event.mayCallForAnswer && effects.direction(of: event) == .restricts
                && effects.isInEffect(event) && seen.insert(Act(event)).inserted
                && !isAnswered(event)
        }.map(\.reference)
    }

    private func isAnswered(_ event: Event) -> Bool {
        answers[Act(event)]?.isOther(than: registers.sides(of: event)) ?? false
    }
}

/// The sides that answer an act.
private struct Answering {
    /// All sides together.
    private var sides: Set<Side> = []
    /// Whether some response has no named actor.
    private var isUnnamed = false
    private var isEmpty = true

    /// The maximum number of sides of any act: with more answering sides than that, at least one is
    /// another side, so no more need be kept.
    private let enough: Int

    init(enough: Int) { self.enough = enough }

    mutating func add(_ sides: Set<Side>) {
        isEmpty = false
        isUnnamed = isUnnamed || sides.isEmpty
        if self.sides.count <= enough { self.sides.formUnion(sides) }
    }

    func adding(_ other: Answering) -> Answering {
        guard !other.isEmpty else { return self }
        var all = self
        all.add(other.sides)
        all.isUnnamed = isUnnamed || other.isUnnamed
        return all
    }

    /// Whether a response comes from a side other than those of an act.
    ///
    /// If either names no actor, it cannot be known to be the same side, so it counts as another.
    func isOther(than sides: Set<Side>) -> Bool {
        !isEmpty && (isUnnamed || sides.isEmpty || !self.sides.isSubset(of: sides))
    }
}

extension [Act: Answering] {
    /// The answers, combined with those of all acts that are reachable through edges.
    fileprivate func gathered(
        along edges: [(from: Act, to: Act)], _ none: Answering
    ) -> [Act: Answering] {
        let graph = StrongComponents(edges)
        var gathered = Array(repeating: none, count: graph.count)
        for (act, answering) in self where graph.component(of: act) >= 0 {
            let component = graph.component(of: act)
            gathered[component] = gathered[component].adding(answering)
        }
        // The targets of edges are processed before their origins.
        let ordered = edges.map { (graph.component(of: $0.from), graph.component(of: $0.to)) }
            .sorted { $0 < $1 }
        for (from, to) in ordered where from != to {
            gathered[from] = gathered[from].adding(gathered[to])
        }
        var all = self
        for act in Set(edges.flatMap { [$0.from, $0.to] }) {
            all[act] = gathered[graph.component(of: act)]
        }
        return all
    }
}
