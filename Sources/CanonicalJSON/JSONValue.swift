/// A JSON value of the language that events are written in: numbers are whole, names unique.
///
/// Strings are compared by their UTF-8 bytes, because the record keeps text byte for byte;
/// Swift's own `==` on strings would take composed and decomposed letters for equal.
public enum JSONValue: Sendable {
    /// The word `null`.
    case null
    /// The words `true` and `false`.
    case bool(Bool)
    /// A whole number; a document takes those from −(2^53−1) to 2^53−1.
    case integer(Int64)
    /// A text; a document takes no control characters in it but TAB and LF.
    case string(String)
    /// Values in a row.
    case array([JSONValue])
    /// Named values.
    case object(JSONObject)
}

extension JSONValue {
    /// The text, where this is a string.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, where this is one.
    public var integer: Int64? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// The truth value, where this is one.
    public var bool: Bool? {
        if case .bool(let truth) = self { truth } else { nil }
    }

    /// The elements, where this is an array.
    public var array: [JSONValue]? {
        if case .array(let elements) = self { elements } else { nil }
    }

    /// The members, where this is an object.
    public var object: JSONObject? {
        if case .object(let members) = self { members } else { nil }
    }

    /// Whether this is `null`.
    public var isNull: Bool {
        if case .null = self { true } else { false }
    }
}
