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

    /// Advances to the next quote or backslash of the string that began at `start`.
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

    /// Refuses a raw control character in a string.
    private func checkRawCharacter(_ byte: UInt8) throws(JSONFault) {
        switch byte {
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"):
            throw fault(.unescaped(Unicode.Scalar(byte)))
        case 0xc2:  // the first byte of U+0080 to U+00BF; the second is the character's number
            try checkControl(Unicode.Scalar(bytes[position + 1]), at: position)
        default: try checkControl(Unicode.Scalar(byte), at: position)
        }
    }

    /// Refuses `scalar` if it is of Unicode category Cc, except for TAB and LF.
    func checkControl(_ scalar: Unicode.Scalar, at place: Int) throws(JSONFault) {
        switch scalar {
        case "\t", "\n": break
        case "\u{0}"..."\u{1f}", "\u{7f}"..."\u{9f}":
            throw fault(.controlCharacter(scalar), at: place)
        default: break
        }
    }
}

extension JSONReader {
    /// Skips the escape whose backslash is here, in the string that began at `start`.
    mutating func skipEscape(of start: Int) throws(JSONFault) {
        let backslash = position
        position += 1
        guard let letter = next else { throw fault(.unterminatedString, at: start) }
        position += 1
        let isNumbered = letter == UInt8(ascii: "u")
        let escaped =
            isNumbered ? try numberedScalar(from: backslash) : JSONReader.scalar(escapedBy: letter)
        guard let scalar = escaped else { throw fault(.unknownEscape, at: backslash) }
        try checkControl(scalar, at: backslash)
    }

    static func scalar(escapedBy letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): Unicode.Scalar(letter)
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "f"): "\u{c}"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "t"): "\t"
        default: nil
        }
    }

    /// Reads the digits of a `\u` escape, and the second escape if it is the first half of a
    /// surrogate pair.
    ///
    /// Nil if there are not four digits.
    private mutating func numberedScalar(
        from backslash: Int
    ) throws(JSONFault) -> Unicode.Scalar? {
        guard let unit = codeUnit() else { return nil }
        if let scalar = Unicode.Scalar(unit) { return scalar }
        guard UTF16.isLeadSurrogate(unit), let partner = trailSurrogate() else {
            throw fault(.loneSurrogate, at: backslash)
        }
        return UTF16.decode(UTF16.EncodedScalar([unit, partner]))
    }

    /// Reads the escape of the second half of a surrogate pair; nil if there is none.
    private mutating func trailSurrogate() -> UInt16? {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { return nil }
        return codeUnit().flatMap { UTF16.isTrailSurrogate($0) ? $0 : nil }
    }

    /// Reads four hexadecimal digits; nil if there are not four.
    private mutating func codeUnit() -> UInt16? {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap(JSONReader.hexDigit) else { return nil }
            unit = unit << 4 | digit
            position += 1
        }
        return unit
    }

    static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
        default: nil
        }
    }
}

extension JSONReader {
    /// 2^53−1: the largest integer up to which readers that store numbers as doubles are exact.
    private static let greatest: Int64 = 9_007_199_254_740_991

    /// Reads the whole number that begins here.
    mutating func integer() throws(JSONFault) {
        let start = position
        let isNegative = take(UInt8(ascii: "-"))
        let digits = position
        let magnitude = try magnitude(from: start)
        try checkForm(from: start, digits: digits)
        guard magnitude > 0 || !isNegative else { throw fault(.negativeZero, at: start) }
        guard magnitude <= JSONReader.greatest else {
            throw fault(.integerOutOfRange, at: start)
        }
        note(.integer, from: start)
    }

    /// Reads digits as a number; the result is capped just above the limit if there are too many.
    private mutating func magnitude(from start: Int) throws(JSONFault) -> Int64 {
        let first = position
        var magnitude: Int64 = 0
        while let byte = next, let digit = JSONReader.digit(byte) {
            magnitude = min(magnitude * 10 + digit, JSONReader.greatest + 1)
            position += 1
        }
        guard position > first else { throw fault(.numberWithoutDigits, at: start) }
        return magnitude
    }

    /// Refuses leading zeros, and a fraction or exponent after the digits.
    private func checkForm(from start: Int, digits: Int) throws(JSONFault) {
        switch next {
        case UInt8(ascii: "."): throw fault(.fraction, at: start)
        case UInt8(ascii: "e"), UInt8(ascii: "E"): throw fault(.exponent, at: start)
        default: break
        }
        let isPadded = bytes[digits] == UInt8(ascii: "0") && position > digits + 1
        guard !isPadded else { throw fault(.leadingZero, at: start) }
    }

    private static func digit(_ byte: UInt8) -> Int64? {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        return Int64(byte - UInt8(ascii: "0"))
    }
}
