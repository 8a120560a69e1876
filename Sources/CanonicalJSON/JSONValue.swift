/// A JSON value as events use it: numbers are integers, names are unique.
///
/// Strings are compared by their UTF-8 bytes, because the record keeps text byte for byte; Swift's
/// own `==` treats composed and decomposed letters as equal.
public enum JSONValue: Sendable {
    /// The word `null`.
    case null
    /// The words `true` and `false`.
    case bool(Bool)
    /// An integer; a document accepts −(2^53−1) to 2^53−1.
    case integer(Int64)
    /// A string; a document accepts no control characters in it except TAB and LF.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object.
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
    /// Whether both are the same value; strings are compared by their bytes.
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

    /// Hashes the kind and the value; strings by their bytes.
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

// There is deliberately no `nil` literal for null: with one, `object["name"] == nil` would test
// whether the member is null, and be false if the member is missing.

extension JSONValue: ExpressibleByBooleanLiteral {
    /// `true` or `false`.
    public init(booleanLiteral truth: Bool) { self = .bool(truth) }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
    /// An integer.
    public init(integerLiteral number: Int64) { self = .integer(number) }

    /// A string.
    public init(stringLiteral text: String) { self = .string(text) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    /// An array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

    /// An object; a repeated name is a programming error and traps.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self = .object(JSONObject(literal: members))
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object; a repeated name is a programming error and traps.
    public init(dictionaryLiteral members: (String, JSONValue)...) {
        self.init(literal: members)
    }

    fileprivate init(literal members: [(String, JSONValue)]) {
        let object = JSONObject(members.map { Member(name: $0.0, value: $0.1) })
        guard let object else { preconditionFailure("a JSON literal repeats a name") }
        self = object
    }
}
