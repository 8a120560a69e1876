/// What one source says about an event or one of its fields, with the place in the source.
public struct Claim: FieldRecord, Hashable {
    /// The source.
    public let source: SourceSlug
    /// The place in the source.
    public let at: String?
    /// The wording that the reading is based on.
    public let printed: String?
    /// A verbatim passage.
    public let quote: String?
    /// Where the passage stands in a copy of the source.
    public let span: QuoteSpan?
    /// The field that the claim is about; nil if it is about the whole event.
    public let field: FieldName?
    /// Whether the source denies, doubts or predicts the event; nil if it states it.
    public let stance: Stance?
    /// The predicted date, if the source predicts the event.
    public let by: EDTFDate?
    /// How reliable the source and how credible the claim is.
    public let grade: Grade?

    /// Whether the source supports what it is cited for, that is, does not deny, doubt or merely
    /// predict it.
    public var supports: Bool { stance == nil }

    /// Whether the source denies or doubts what it is cited for.
    public var dissents: Bool { stance == .denies || stance == .doubts }

    /// Reads a claim.
    public init(reading fields: inout FieldReader) {
        source = fields.required("source")
        at = fields.optional("at")
        printed = fields.optional("printed")
        quote = fields.optional("quote")
        span = fields.optional("span")
        field = fields.optional("field")
        stance = fields.optional("stance")
        by = fields.optional("by")
        grade = fields.optional("grade")
        fields.expect(
            [.needsWord("by", in: "stance", Stance.foretells.rawValue)],
            holds: by == nil || stance == .foretells, at: "by",
            "only what is foretold has a day by which it is to happen",
            hint: "leave it out, or add stance: foretells")
        fields.expect(
            [.needs("span", "quote")], holds: span == nil || quote != nil, at: "span",
            "only a quoted passage stands somewhere", hint: "add the words as quote")
    }
}

extension [Claim] {
    /// The claims by which the event was reported: the supporting ones; if there are none, all,
    /// because a denial also mentions what it denies.
    public var telling: [Claim] {
        let supporting = filter(\.supports)
        return supporting.isEmpty ? self : supporting
    }
}

/// The stance of a source that does not simply state the event.
public enum Stance: String, Word {
    case denies, doubts, foretells
}

/// A grade of the Admiralty system: source reliability A to F, claim credibility 1 to 6.
public struct Grade: TextValue, Hashable {
    /// The letter and the digit.
    public let text: String

    /// `GRADE`.
    public static var form: TextForm {
        TextForm(name: "GRADE", pattern: "^[A-F][1-6]$")
    }
    /// Reliability and credibility cannot be judged.
    public static var placeholder: Grade { Grade(letterAndDigit: "F6") }

    private init(letterAndDigit: String) { text = letterAndDigit }

    /// Reads a letter from A to F and a digit from 1 to 6.
    public init(spelling text: String) throws(Misspelling) {
        let bytes = Array(text.utf8)
        guard bytes.count == 2, (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(bytes[0]),
            (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(bytes[1])
        else {
            throw Misspelling(
                "\(quoted(text)) is not a grade", hint: "A to F and 1 to 6, as in \"B2\"")
        }
        self.text = text
    }
}

/// The name of a field of an event: `occurred`, `summary`, `actors`, `claims`, `links`, or a field
/// of its data, written `data.NAME` or `NAME`.
public struct FieldName: TextValue, Hashable {
    /// The name as written.
    public let text: String

    /// The members of an event that are named without `data.`.
    public static let envelope = ["occurred", "summary", "actors", "claims", "links"]

    /// `FIELD`.
    public static var form: TextForm {
        TextForm(name: "FIELD", pattern: #"^(data\.)?[a-z0-9_]+$"#, resembles: .name)
    }
    /// The date.
    public static var placeholder: FieldName { FieldName(name: "occurred") }

    private init(name: String) { text = name }

    /// Reads a field name; whether the event has that field is checked by its type.
    public init(spelling text: String) throws(Misspelling) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isWord = { (part: Substring) in
            !part.isEmpty && part.utf8.allSatisfy { FieldName.letters.contains($0) }
        }
        guard parts.allSatisfy(isWord), parts.count == 1 || parts.count == 2 && parts[0] == "data"
        else {
            throw Misspelling(
                "\(quoted(text)) is not a field", hint: "write occurred, summary, or data.NAME")
        }
        self.text = text
    }

    private static let letters = Set("abcdefghijklmnopqrstuvwxyz_0123456789".utf8)

    /// The name with `data.` where it is a field of the data.
    public var path: String {
        FieldName.envelope.contains(text) || text.hasPrefix("data.") ? text : "data." + text
    }

    /// The name without `data.`.
    var name: String { text.hasPrefix("data.") ? String(text.dropFirst("data.".count)) : text }

    /// Whether events of a type have such a field.
    func isKnown(to type: EventType) -> Bool {
        FieldName.envelope.contains(text) || type.shape.fields.contains { $0.name == name }
    }
}
