public import CanonicalJSON
public import CaseModel

/// The answer to a query for a program: a document that names its schema.
///
/// Frequent members are written in the order of their names, in which objects store them, so that
/// they need no sorting.
public protocol Answer {
    /// The whole answer as the contract has it.
    var json: JSONValue { get }
}

extension EDTFDate? {
    /// A date in the JSON form of answers; for an undated event everything except the kind is
    /// `null`.
    public var answer: JSONValue {
        let (first, last) = (self?.earliest, self?.latest)
        let earliest = first?.text
        return [
            "earliest": .optional(earliest),
            "edtf": .optional(self?.text),
            "kind": .string((self?.kind ?? .point).rawValue),
            "latest": .optional(last == first ? earliest : last?.text),
        ]
    }

    /// An optional date; `null` if it is absent.
    public var answerOrNull: JSONValue { self == nil ? .null : answer }
}

extension DayWindow {
    /// A window of days; a missing bound is `null`.
    var answer: JSONValue {
        ["max": max.map(JSONValue.integer) ?? .null, "min": min.map(JSONValue.integer) ?? .null]
    }
}

extension JSONValue {
    /// The text, or `null`.
    public static func optional(_ text: String?) -> JSONValue {
        text.map(JSONValue.string) ?? .null
    }

    /// The texts in their order.
    public static func strings(_ texts: some Sequence<String>) -> JSONValue {
        .array(texts.map(JSONValue.string))
    }

    /// The slugs in their order.
    static func slugs(_ slugs: some Sequence<some SlugReference>) -> JSONValue {
        strings(slugs.map(\.slug.text))
    }

    /// The name of an event.
    static func event(_ reference: EventReference?) -> JSONValue {
        optional(reference?.description)
    }
}
