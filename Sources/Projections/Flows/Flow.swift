public import CaseModel

/// Transfers of goods from actor to actor, and remote access to them.
public struct Flow: Hashable, Sendable {
    /// The steps: each after those that brought goods into the giver's hands, otherwise in order of
    /// time.
    public let steps: [FlowStep]
    /// The checks of their numbers.
    public let checks: [FlowCheck]

    /// The flow in some events.
    ///
    /// - Parameters:
    ///   - isAsked: which events to follow.
    ///   - events: effective events of all cases, in order of position.
    ///   - registers: the registered actors, sources and lists.
    public init(of isAsked: (Event) -> Bool, in events: [EffectiveEvent], registers: Registers) {
        let evidence = Evidence(events)
        let counting = events.filter { $0.retraction == nil && !$0.isUnsupported }
        var steps = counting.filter { isAsked($0.event) }.compactMap { standing in
            FlowStep(
                standing,
                status: TimelineEntry(standing, evidence, registers: registers).status)
        }.inOrder { ByTime(date: $0.occurred, position: $0.position) }
        steps = FlowOrder(steps).steps
        var flags = FlowFlags(events, registers)
        for place in steps.indices { steps[place].flags = flags.flags(of: steps[place]) }
        self.steps = steps
        checks = FlowChecks(steps, registers).all
    }
}
