public import CanonicalJSON

/// Where in a document a quoted passage stands.
///
/// `prefix` and `suffix` are those of a text quote selector (W3C Web Annotation Data Model, 4.2.4):
/// the words right before and after, by which one of several equal passages is meant.
public struct QuoteSpan: FieldRecord, Hashable {
    /// The page of a PDF on which the passage begins.
    public let page: PageNumber?
    /// The words right before it.
    public let prefix: String?
    /// The words right after it.
    public let suffix: String?

    /// Reads a span, which has at least one of its members.
    public init(reading fields: inout FieldReader) {
        page = fields.optional("page")
        prefix = fields.optional("prefix")
        suffix = fields.optional("suffix")
        let members = ["page", "prefix", "suffix"]
        let isGiven = members.contains(where: fields.gives)
        fields.expect(
            [.anyOf(members)], holds: isGiven, at: "page",
            "the span is empty", hint: "give page, prefix or suffix")
    }

    /// The span as it is written.
    public var json: JSONValue {
        var members: JSONObject = [:]
        members["page"] = page.map { .integer($0.number) }
        members["prefix"] = prefix.map(JSONValue.string)
        members["suffix"] = suffix.map(JSONValue.string)
        return .object(members)
    }
}

/// The number of a page, counted from 1 for the first page of the file, which may have another printed on it.
public struct PageNumber: FieldValue, Hashable {
    /// From 1 to 1,000,000.
    public let number: Int64

    /// A number in this range.
    public static var shape: Shape { .integer(range) }
    private static let range: ClosedRange<Int64> = 1...1_000_000
    /// The first page.
    public static var placeholder: PageNumber { PageNumber(number: 1) }

    private init(number: Int64) { self.number = number }

    /// Reads an integer from 1 to 1,000,000.
    public init?(_ json: JSONView, faults: inout Faults) {
        guard let number = json.integer, PageNumber.range.contains(number) else {
            faults.note(
                Fault("this is not the number of a page", hint: "an integer; 1 is the first page"))
            return nil
        }
        self.number = number
    }
}
