public import CanonicalJSON

/// A claim that this event is related to an earlier one; it has sources and can be disputed.
public struct Link: Hashable, Sendable {
    /// How this event is related to the other.
    public let relation: Relation
    /// How it responds; only if the relation is `responds_to`.
    public let mode: Mode?
    /// The other event: the cause.
    public let to: EventReference
    /// What the link rests on.
    public let basis: Basis
    /// How likely its author considers it; none if it is temporal.
    public let likelihood: Likelihood?
    /// Who asserts it; at least one.
    public let assertedBy: [Asserter]
    /// Who denies it, and where.
    public let disputedBy: [Dispute]
    /// The legal labels given to it.
    public let characterisedAs: [Characterisation]

    /// The effective likelihood: the given one, otherwise the default of the basis.
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
        fields.expect(
            [.needsWord("mode", in: "relation", Relation.respondsTo.rawValue)],
            holds: mode == nil || relation == .respondsTo, at: "mode",
            "only responds_to has a mode",
            hint: "leave the mode out, or make the relation responds_to")
        fields.expect(
            [.excludesWord("likelihood", in: "basis", Basis.temporal.rawValue)],
            holds: likelihood == nil || basis != .temporal, at: "likelihood",
            "a temporal link has no likelihood",
            hint: "leave it out: what only follows in time has no likelihood")
    }
}

/// How an event is related to an earlier one; read as "this event RELATION that one".
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
    /// Only the order in time: one came after the other.
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

/// Who asserts a link: a source, or the analyst who records it.
public enum Asserter: Hashable, Sendable {
    case source(SourceSlug)
    case analyst

    /// The slug of the source, or `analyst`.
    public var text: String {
        switch self {
        case .source(let source): source.slug.text
        case .analyst: Asserter.analystWord
        }
    }

    static let analystWord = "analyst"
}

extension Asserter: FieldValue {
    /// A source, or the reserved name `analyst`.
    public static var shape: Shape { .reference(.asserter) }
    /// The analyst.
    public static var placeholder: Asserter { .analyst }

    /// Reads `analyst`, or the slug of a source.
    public init?(_ json: JSONView, faults: inout Faults) {
        if json.spells(Asserter.analystWord) {
            self = .analyst
        } else if let source = SourceSlug(json, faults: &faults) {
            self = .source(source)
        } else {
            return nil
        }
    }
}

/// Who denies a link, and where.
public struct Dispute: FieldRecord, Hashable {
    /// Who denies it.
    public let actor: ActorSlug
    /// Where that is said.
    public let source: SourceSlug

    /// Reads a dispute.
    public init(reading fields: inout FieldReader) {
        actor = fields.required("actor")
        source = fields.required("source")
    }
}

/// A legal label for a response, such as "countermeasure", and who uses it.
public struct Characterisation: FieldRecord, Hashable {
    /// The label.
    public let label: String
    /// Who gives it.
    public let by: ActorSlug
    /// Where that is said.
    public let source: SourceSlug

    /// Reads a characterisation.
    public init(reading fields: inout FieldReader) {
        label = fields.required("label")
        by = fields.required("by")
        source = fields.required("source")
    }
}
