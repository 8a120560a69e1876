public import CanonicalJSON

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
    /// A source; `analyst` is the one name that is none.
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

/// A legal label for an answer, such as "countermeasure", with who gives it.
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
