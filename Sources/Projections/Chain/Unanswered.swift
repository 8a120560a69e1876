import CaseModel

/// The restricting acts of one side that no act of another side answers, and that still have an
/// effect.
struct Unanswered {
    private let byAct: [Act: [Event]]
    private let answers: [EventReference: [Event]]
    private let above: [EventReference: [EventReference]]
    private let below: [EventReference: [EventReference]]
    private let byName: [EventReference: Event]
    private let registers: Registers

    /// - Parameters:
    ///   - nodes: the events of a chain, in order of time.
    ///   - arrows: its links.
    ///   - registers: who is on which side.
    init(_ nodes: [Event], _ arrows: [Chain.Arrow], registers: Registers) {
        let byName = Dictionary(nodes.map { ($0.reference, $0) }) { first, _ in first }
        // What only follows answers nothing, whatever it is called.
        let links = arrows.filter { $0.link.basis != .temporal }.map(\.link.identity)
        self.byName = byName
        self.registers = registers
        byAct = Dictionary(grouping: nodes, by: Act.init)
        answers = Dictionary(grouping: links.filter { $0.relation == .respondsTo }, by: \.to)
            .mapValues { $0.compactMap { byName[$0.event] }.filter(\.type.isWorld) }
        let implementing = links.filter { $0.relation == .implements }
        above = Dictionary(grouping: implementing, by: \.event).mapValues { $0.map(\.to) }
        below = Dictionary(grouping: implementing, by: \.to).mapValues { $0.map(\.event) }
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

    /// Whether another side answers it, what it implements, or what implements it.
    private func isAnswered(_ event: Event) -> Bool {
        let sides = registers.sides(of: event)
        let own = (byAct[Act(event)] ?? []).map(\.reference) + [event.reference]
        let all = reach(from: own, along: above).union(reach(from: own, along: below))
        return all.contains { name in
            (answers[name] ?? []).contains { isOther(registers.sides(of: $0), than: sides) }
        }
    }

    /// Where nobody is said to act, nobody can say that it is the same side.
    private func isOther(_ answering: Set<Side>, than sides: Set<Side>) -> Bool {
        answering.isEmpty || sides.isEmpty || !answering.isSubset(of: sides)
    }

    private func reach(
        from start: [EventReference], along links: [EventReference: [EventReference]]
    ) -> Set<EventReference> {
        var reached = Set(start)
        var frontier = start
        while let event = frontier.popLast() {
            let acts = byName[event].map { byAct[Act($0)] ?? [] } ?? []
            for next in (links[event] ?? []) + acts.map(\.reference)
            where reached.insert(next).inserted {
                frontier.append(next)
            }
        }
        return reached
    }
}
