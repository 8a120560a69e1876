extension JSONReader {
    /// Reads the string whose opening quote is here.
    mutating func string() throws(JSONFault) {
        let start = position
        position += 1
        try skipPlainText(of: start)
        let isPlain = next == UInt8(ascii: "\"")
        while !take(UInt8(ascii: "\"")) {
            try skipEscape(of: start)
            try skipPlainText(of: start)
        }
        note(isPlain ? .plain : .escaped, from: start)
    }

    /// Goes to the next quote or backslash of the string that began at `start`.
    private mutating func skipPlainText(of start: Int) throws(JSONFault) {
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): return
            case 0x00..<0x20, 0x7f, 0xc2: try checkRawCharacter(byte)
            default: break
            }
            position += 1
        }
        throw fault(.unterminatedString, at: start)
    }

    /// Refuses a control character that stands in a string as itself.
    private func checkRawCharacter(_ byte: UInt8) throws(JSONFault) {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"):
            throw fault(.unescaped(Unicode.Scalar(byte)))
        case 0xc2:  // the first byte of U+0080 to U+00BF; the second is the character's number
            try checkControl(Unicode.Scalar(bytes[position + 1]), at: position)
        default: try checkControl(Unicode.Scalar(byte), at: position)
        }
    }

    /// Refuses `scalar` where it is of Unicode category Cc, but for TAB and LF.
    func checkControl(_ scalar: Unicode.Scalar, at place: Int) throws(JSONFault) {
        switch scalar {
        case "\t", "\n": break
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}":
            throw fault(.controlCharacter(scalar), at: place)
        default: break
        }
    }
}
