/// A claim that this event is related to an earlier one: sourced, and disputable.
public struct Link: Hashable, Sendable {
    /// How this event is related to the other.
    public let relation: Relation
    /// In which way it responds; only where the relation is `responds_to`.
    public let mode: Mode?
    /// The other event: the cause.
    public let to: EventReference
    /// What the link rests on.
    public let basis: Basis
    /// How likely its author holds it to be; none where it is temporal.
    public let likelihood: Likelihood?
    /// Who says so; at least one.
    public let assertedBy: [Asserter]
    /// Who denies it, and where.
    public let disputedBy: [Dispute]
    /// Legal labels that somebody gives it.
    public let characterisedAs: [Characterisation]

    /// The likelihood that counts: the given one, else the one that the basis stands for.
    public var effectiveLikelihood: Likelihood? {
        switch basis {
        case .explicit: likelihood ?? .likely
        case .inferred: likelihood ?? .roughlyEvenChance
        case .temporal: nil
        }
    }
}

extension Link: FieldRecord {
    /// Reads a link.
    public init(reading fields: inout FieldReader) {
        relation = fields.required("relation")
        mode = fields.optional("mode")
        to = fields.required("to")
        basis = fields.required("basis")
        likelihood = fields.optional("likelihood")
        assertedBy = fields.someList("asserted_by")
        disputedBy = fields.list("disputed_by")
        characterisedAs = fields.list("characterised_as")
        checkTogether(&fields)
    }

    private func checkTogether(_ fields: inout FieldReader) {
        if mode != nil, relation != .respondsTo {
            let hint = "leave the mode out, or make the relation responds_to"
            fields.refuse("mode", "only responds_to has a mode", hint: hint)
        }
        if likelihood != nil, basis == .temporal {
            let hint = "leave it out: what only follows in time has no likelihood"
            fields.refuse("likelihood", "a temporal link has no likelihood", hint: hint)
        }
    }
}
