extension JSONFault {
    /// What is wrong with a document.
    public enum Reason: Sendable, Hashable {
        /// More bytes than the bounds allow; at the first character that does not fit.
        case tooLong(limit: Int)
        /// More arrays and objects inside each other than allowed; at the one too many.
        case tooDeep(limit: Int)
        /// A byte order mark in front.
        case byteOrderMark
        /// Bytes that are no UTF-8; at the first of the ill-formed sequence.
        case notUTF8
        /// The document ends too early.
        case ended(expecting: Expectation)
        /// A character that cannot stand here.
        case unexpected(Unicode.Scalar, expecting: Expectation)
        /// A comma with nothing after it; at the comma.
        case trailingComma
        /// A string without closing quote; at its opening quote.
        case unterminatedString
        /// A TAB or line feed inside a string that is not written as an escape.
        case unescaped(Unicode.Scalar)
        /// A control character in a string, raw or escaped.
        case controlCharacter(Unicode.Scalar)
        /// A backslash and something that is no escape; at the backslash.
        case unknownEscape
        /// Half a surrogate pair; at its backslash.
        case loneSurrogate
        /// A minus without digits; at the minus.
        case numberWithoutDigits
        /// A number with a decimal point; this and the following at the number's begin.
        case fraction
        /// A number with an exponent.
        case exponent
        /// A number with zeros in front.
        case leadingZero
        /// The number `-0`.
        case negativeZero
        /// A number outside −(2^53−1) to 2^53−1.
        case integerOutOfRange
        /// A name that its object already has; at the second one's opening quote.
        case duplicateName(String)
    }
}
