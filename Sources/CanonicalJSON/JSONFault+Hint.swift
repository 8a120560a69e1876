extension JSONFault.Reason {
    /// The remedy in words.
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
