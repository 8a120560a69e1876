/// What one source says about one event or one field of it, with its place in the source.
public struct Claim: FieldRecord, Hashable {
    /// The source.
    public let source: SourceSlug
    /// The place in the source.
    public let at: String?
    /// The words that the reading rests on.
    public let printed: String?
    /// A verbatim passage.
    public let quote: String?
    /// The field that the claim is about; nil where it is about the whole event.
    public let field: FieldName?
    /// Whether the source denies, doubts or foretells what the event says; nil where it says so
    /// itself.
    public let stance: Stance?
    /// By when it is to happen, where the source foretells it.
    public let by: EDTFDate?
    /// How reliable the source and how credible the claim is.
    public let grade: Grade?

    /// Whether the source bears out what it is cited for, and does not deny, doubt or only foretell
    /// it.
    public var supports: Bool { stance == nil }

    /// Whether the source denies or doubts what it is cited for.
    public var dissents: Bool { stance == .denies || stance == .doubts }

    /// Reads a claim.
    public init(reading fields: inout FieldReader) {
        source = fields.required("source")
        at = fields.optional("at")
        printed = fields.optional("printed")
        quote = fields.optional("quote")
        field = fields.optional("field")
        stance = fields.optional("stance")
        by = fields.optional("by")
        grade = fields.optional("grade")
        if by != nil, stance != .foretells {
            fields.refuse(
                "by", "only what is foretold has a day by which it is to happen",
                hint: "leave it out, or add stance: foretells")
        }
    }
}

extension [Claim] {
    /// Those by which a happening was told: the ones that bear it out; where none does, all, for
    /// whoever denies a thing speaks of it too.
    public var telling: [Claim] {
        let supporting = filter(\.supports)
        return supporting.isEmpty ? self : supporting
    }
}

/// How a source stands to what the event says, where it does not say so itself.
public enum Stance: String, Word {
    case denies, doubts, foretells
}
