/// How an event is related to an earlier one; read "this event RELATION that one".
public enum Relation: String, Word {
    case respondsTo = "responds_to"
    case pressuredBy = "pressured_by"
    case enabledBy = "enabled_by"
    case circumvents
    case supersedes
    case implements
    /// Time only: no causal claim.
    case follows
}

/// In which way an event responds to another.
public enum Mode: String, Word {
    case retaliatesFor = "retaliates_for"
    case compliesWith = "complies_with"
    case mitigates
    case adaptsTo = "adapts_to"
}

/// What a link rests on.
public enum Basis: String, Word {
    /// A source says so.
    case explicit
    /// The analyst concludes it.
    case inferred
    /// The one came after the other, and that is all.
    case temporal
}

/// The seven terms of ICD-203, weakest first.
public enum Likelihood: String, Word {
    case almostNoChance = "almost_no_chance"
    case veryUnlikely = "very_unlikely"
    case unlikely
    case roughlyEvenChance = "roughly_even_chance"
    case likely
    case veryLikely = "very_likely"
    case almostCertain = "almost_certain"
}

extension Likelihood: Comparable {
    /// The weaker term is the smaller.
    public static func < (left: Likelihood, right: Likelihood) -> Bool { left.rank < right.rank }

    private var rank: Int { Likelihood.allCases.firstIndex(of: self) ?? 0 }
}
