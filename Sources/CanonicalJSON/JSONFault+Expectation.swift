extension JSONFault {
    /// What could have stood in a place.
    public enum Expectation: Sendable, Hashable {
        /// A value.
        case value
        /// The name of a member, in double quotes.
        case name
        /// The colon between name and value.
        case colon
        /// A comma, or the end of the array.
        case commaOrBracket
        /// A comma, or the end of the object.
        case commaOrBrace
        /// Nothing: the value is over.
        case nothing
    }
}

extension JSONFault.Expectation {
    /// What could have stood there.
    var words: String {
        switch self {
        case .value: "a value"
        case .name: "a name in double quotes"
        case .colon: "a colon"
        case .commaOrBracket: "a comma or ]"
        case .commaOrBrace: "a comma or }"
        case .nothing: "nothing"
        }
    }

    /// How to put it there.
    var hint: String {
        switch self {
        case .value: "write a text in double quotes, a whole number, true, false, null, [ ] or { }"
        case .name: "write each name in double quotes"
        case .colon: "write a colon between name and value"
        case .commaOrBracket: "separate values by commas and close the array with ]"
        case .commaOrBrace: "separate members by commas and close the object with }"
        case .nothing: "a document is one value; remove what follows it"
        }
    }

    /// The remedy for a character that is often written here by mistake; nil for others.
    func hint(about scalar: Unicode.Scalar) -> String? {
        switch (self, scalar) {
        case (_, "/"), (_, "#"): "remove the comment; JSON has none"
        case (_, "\u{a0}"): "replace the no-break space by a plain one"
        case (.value, "'"), (.value, "\u{201c}"), (.name, "'"), (.name, "\u{201c}"):
            "write names and texts in plain double quotes"
        case (.value, "+"): "write the number without a plus"
        case (.value, "."): "write a number with a decimal point as a string, like \"0.5\""
        default: nil
        }
    }
}
