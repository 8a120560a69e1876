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
