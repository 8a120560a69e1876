extension JSONFault.Reason {
    /// The fault in words.
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
    /// The character by its number: U+ and at least four hexadecimal digits.
    var name: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
