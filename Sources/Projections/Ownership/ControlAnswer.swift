public import CaseModel

/// Whether an actor is captured by a rule, and what decides it.
public struct ControlAnswer: Hashable, Sendable {
    /// One actor on the way to the answer.
    public struct Step: Hashable, Sendable {
        /// The actor.
        public let actor: ActorSlug
        /// Whether it is captured, if the rule applies.
        public let isCaptured: Trilean
        /// The lists that it is on, or may be on, to which the rule applies or may apply.
        public let listings: [ActorListing]
        /// What captured parties hold of it: at least what is certain, at most what is possible.
        public let held: PortionBounds
        /// The share of which no owner is certainly known.
        public let unknown: Portion
        /// The owners that matter for the answer, each with whether it is captured.
        public let owners: [Owner]
        /// The events that say that its owner is not disclosed.
        public let undisclosed: [EventReference]
    }

    /// An owner on the way to the answer.
    public struct Owner: Hashable, Sendable {
        /// What it holds.
        public let holding: Holding
        /// Whether it is captured, if the rule applies.
        public let isCaptured: Trilean
    }

    /// The answer.
    public let verdict: ControlVerdict
    /// What decides it: the actor first, then the owners that matter, each once.
    public let steps: [Step]
}

/// Whether an actor is captured by a rule.
public struct ControlVerdict: Hashable, Sendable {
    /// The rule.
    public let rule: ControlRule
    /// What the rule was on the requested day.
    public let standing: ControlRule.Standing
    /// Whether the actor itself is on a list to which the rule applies: that holds without the
    /// rule.
    public let isListed: Trilean
    /// Whether the actor is captured if the rule applies.
    public let isCapturedIfInForce: Trilean

    /// Whether the actor is captured on the requested day.
    public var isCaptured: Trilean {
        guard isCapturedIfInForce != .no else { return .no }
        return switch standing {
        case .notYet: isListed
        case .unclear: isListed.or(.unknown)
        case .period(_, isOver: true): isListed.or(.unknown)
        case .period(let period, isOver: false):
            period.status == .inForce ? isCapturedIfInForce : isListed
        }
    }
}
