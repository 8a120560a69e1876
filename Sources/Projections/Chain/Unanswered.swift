import CaseModel

/// The restricting acts of one side that no act of another side answers, and that still have an
/// effect.
struct Unanswered {
    /// Who answers an act, what it implements directly or through others, or what implements it.
    private let answers: [Act: Answering]
    private let registers: Registers

    /// - Parameters:
    ///   - nodes: the events of a chain, in order of time.
    ///   - arrows: its links.
    ///   - registers: who is on which side.
    init(_ nodes: [Event], _ arrows: [Chain.Arrow], registers: Registers) {
        let byName = Dictionary(nodes.map { ($0.reference, $0) }) { first, _ in first }
        // What only follows answers nothing, whatever it is called.
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

    /// The acts of the chain, each by the first event that brings it about, in order of time.
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
    /// Whether somebody answers of whom nobody says who it is.
    private var isUnnamed = false
    private var isEmpty = true

    /// With more sides than an act is of, one answers that is another, whoever else does.
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

    /// Whether an answer is of another side than those of an act.
    ///
    /// Where nobody is said to act, nobody can say that it is the same side.
    func isOther(than sides: Set<Side>) -> Bool {
        !isEmpty && (isUnnamed || sides.isEmpty || !self.sides.isSubset(of: sides))
    }
}

extension [Act: Answering] {
    /// With the answers to all acts to which edges lead from an act, directly or through others.
    fileprivate func gathered(
        along edges: [(from: Act, to: Act)], _ none: Answering
    ) -> [Act: Answering] {
        let graph = StrongComponents(edges)
        var gathered = Array(repeating: none, count: graph.count)
        for (act, answering) in self where graph.component(of: act) >= 0 {
            let component = graph.component(of: act)
            gathered[component] = gathered[component].adding(answering)
        }
        // Where edges lead to is known before where they come from.
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
