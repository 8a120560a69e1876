public import CanonicalJSON
public import CaseModel

/// What a query answers to a program: a document that names its schema.
///
/// What answers and rows are full of is written with its members in the order of their names, in
/// which they are kept: so none of it is sorted again.
public protocol Answer {
    /// The whole answer as the contract has it.
    var json: JSONValue { get }
}

extension EDTFDate? {
    /// A date as answers write it; an undated event has `null` in all but the kind.
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

    /// A date that may be absent as a whole: `null` then.
    public var answerOrNull: JSONValue { self == nil ? .null : answer }
}

extension DayWindow {
    /// A window of days; a missing end is `null`.
    var answer: JSONValue {
        ["max": max.map(JSONValue.integer) ?? .null, "min": min.map(JSONValue.integer) ?? .null]
    }
}

extension JSONValue {
    /// The text, or `null` where there is none.
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
