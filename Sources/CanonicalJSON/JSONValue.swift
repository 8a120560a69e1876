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

extension JSONValue: Hashable {
    /// Whether both are the same value, strings compared by their bytes.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.integer(let left), .integer(let right)): left == right
        case (.string(let left), .string(let right)): ByteText(left) == ByteText(right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Feeds the kind and the value; strings by their bytes.
    public func hash(into hasher: inout Hasher) {
        switch self {
        case .null: hasher.combine(0)
        case .bool(let truth): hasher.combine(truth ? 1 : 2)
        case .integer(let number): hasher.combine(3); hasher.combine(number)
        case .string(let text): hasher.combine(4); hasher.combine(ByteText(text))
        case .array(let elements): hasher.combine(5); hasher.combine(elements)
        case .object(let members): hasher.combine(6); hasher.combine(members)
        }
    }
}

// There is no `nil` literal for null: with one, `object["name"] == nil` would ask whether the
// member is null, and say no where there is none.

extension JSONValue: ExpressibleByBooleanLiteral {
    /// `true` or `false`.
    public init(booleanLiteral truth: Bool) { self = .bool(truth) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// A whole number.
    public init(integerLiteral number: Int64) { self = .integer(number) }

    /// A text.
    public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// Values in a row.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// Named values; a repeated name is a programming error and traps.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(JSONObject(literal: members))
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// Named values; a repeated name is a programming error and traps.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(literal: members)
    }

    fileprivate init(literal members: [(String, JSONValue)]) {
        let object = JSONObject(members.map { Member(name: $0.0, value: $0.1) })
        guard let object else { preconditionFailure("a JSON literal repeats a name") }
        self = object
    }
}
