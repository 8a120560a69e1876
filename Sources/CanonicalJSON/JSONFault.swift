/// Why bytes are not a valid document, where, and what to do about it.
///
/// Messages quote nothing from the document except a short member name or the code point of one
/// character, so the content of an event never reaches a log.
public struct JSONFault: Error, Sendable, Hashable {
    /// Where the fault begins.
    public let location: JSONLocation
    /// What is wrong.
    public let reason: Reason

    /// What is wrong, as text.
    public var message: String { reason.message }

    /// What to do about it.
    public var hint: String { reason.hint }
}

extension JSONFault: CustomStringConvertible {
    /// Location, fault and hint in one line.
    public var description: String {
        "line \(location.line), column \(location.column) (byte \(location.offset)): "
            + "\(message); \(hint)"
    }
}

extension JSONFault {
    /// What is wrong with a document.
    public enum Reason: Sendable, Hashable {
        /// More bytes than the bounds allow; located at the first character beyond the limit.
        case tooLong(limit: Int)
        /// Arrays and objects nested too deeply; located at the first that exceeds the limit.
        case tooDeep(limit: Int)
        /// A byte order mark at the start.
        case byteOrderMark
        /// Invalid UTF-8; located at the start of the first ill-formed sequence.
        case notUTF8
        /// The document ends too early.
        case ended(expecting: Expectation)
        /// A character that is not allowed here.
        case unexpected(Unicode.Scalar, expecting: Expectation)
        /// A trailing comma; located at the comma.
        case trailingComma
        /// A string without a closing quote; located at its opening quote.
        case unterminatedString
        /// A raw TAB or line feed inside a string, which must be written as an escape.
        case unescaped(Unicode.Scalar)
        /// A control character in a string, raw or escaped.
        case controlCharacter(Unicode.Scalar)
        /// A backslash that does not begin a valid escape; located at the backslash.
        case unknownEscape
        /// Half a surrogate pair; located at its backslash.
        case loneSurrogate
        /// A minus sign without digits; located at the sign.
        case numberWithoutDigits
        /// A number with a decimal point; this and the next faults are located at the start of the
        /// number.
        case fraction
        /// A number with an exponent.
        case exponent
        /// A number with leading zeros.
        case leadingZero
        /// The number `-0`.
        case negativeZero
        /// A number outside −(2^53−1) to 2^53−1.
        case integerOutOfRange
        /// A duplicate member name in an object; located at the opening quote of the second one.
        case duplicateName(String)
    }
}

extension JSONFault {
    /// What would have been valid at a location.
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
        /// Nothing: the value is complete.
        case nothing
    }
}

extension JSONFault.Expectation {
    /// What would have been valid there, as text.
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

    /// How to fix it.
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

    /// The hint for a character that is often written here by mistake; nil for others.
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

extension JSONFault.Reason {
    /// The fault as text.
    var message: String {
        switch self {
        case .tooLong(let limit): "longer than \(limit) bytes"
        case .tooDeep(let limit): "more than \(limit) arrays and objects inside each other"
        case .byteOrderMark: "a byte order mark before the text"
        case .notUTF8: "bytes that are not UTF-8"
        case .ended(let expectation): "the text ends where \(expectation.words) should stand"
        case .unexpected(let scalar, .nothing): "\(scalar.name) after the end of the value"
        case .unexpected(let scalar, let expectation):
            "\(scalar.name) where \(expectation.words) should stand"
        case .trailingComma: "a comma with nothing after it"
        case .unterminatedString, .unescaped, .controlCharacter, .unknownEscape, .loneSurrogate:
            messageAboutText
        case .duplicateName(let name): JSONFault.Reason.message(aboutTwice: name)
        case .numberWithoutDigits, .fraction, .exponent, .leadingZero, .negativeZero,
            .integerOutOfRange:
            messageAboutNumber
        }
    }

    private var messageAboutText: String {
        switch self {
        case .unescaped(let scalar): "\(scalar.name) inside a string, not written as an escape"
        case .controlCharacter(let scalar): "the control character \(scalar.name) in a string"
        case .unknownEscape: "a backslash that begins no escape"
        case .loneSurrogate: "half a surrogate pair"
        default: "a string that does not end"
        }
    }

    private var messageAboutNumber: String {
        switch self {
        case .fraction: "a number with a decimal point"
        case .exponent: "a number with an exponent"
        case .leadingZero: "a number that begins with a zero"
        case .negativeZero: "the number -0"
        case .integerOutOfRange: "a number outside -9007199254740991 to 9007199254740991"
        default: "a minus without digits after it"
        }
    }

    private static func message(aboutTwice name: String) -> String {
        let quoted = PrintableName(name).map { "the name \($0.quoted)" }
        return "\(quoted ?? "a name") appears twice in one object"
    }
}

extension Unicode.Scalar {
    /// The code point of the character: U+ and at least four hexadecimal digits.
    var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}

extension JSONFault.Reason {
    /// The hint as text.
    var hint: String {
        switch self {
        case .tooLong: "shorten it, or split it into several"
        case .tooDeep: "nest it less deeply"
        case .byteOrderMark: "save it as UTF-8 without a byte order mark"
        case .notUTF8: "save it as UTF-8"
        case .ended(let expectation): expectation.hint
        case .unexpected(let scalar, let expectation):
            expectation.hint(about: scalar) ?? expectation.hint
        case .trailingComma: "remove the comma"
        case .duplicateName: "keep one of the two"
        case .unterminatedString, .unescaped, .controlCharacter, .unknownEscape, .loneSurrogate:
            hintAboutText
        case .numberWithoutDigits, .fraction, .exponent, .leadingZero, .negativeZero,
            .integerOutOfRange:
            hintAboutNumber
        }
    }

    private var hintAboutText: String {
        switch self {
        case .unescaped("\t"): "write it as \\t"
        case .unescaped: "write it as \\n, or close the string with a double quote before it"
        case .controlCharacter("\r"): "write a line break as \\n alone"
        case .controlCharacter: "remove it; of the control characters, text has only \\t and \\n"
        case .unknownEscape:
            "write a backslash as \\\\, a character by number as \\u and 4 hex digits"
        case .loneSurrogate: "write the character itself, or both halves of the pair"
        default: "close it with a double quote"
        }
    }

    private var hintAboutNumber: String {
        switch self {
        case .fraction: "write it as a string, like \"1.5\""
        case .exponent: "write out its digits, or write it as a string, like \"1e9\""
        case .leadingZero: "remove the zeros in front, or write it as a string, like \"007\""
        case .negativeZero: "write it as 0"
        case .integerOutOfRange: "write it as a string"
        default: "write the digits after it, or remove it"
        }
    }
}
