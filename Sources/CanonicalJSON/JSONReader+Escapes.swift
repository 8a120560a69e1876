extension JSONReader {
    /// Goes past the escape whose backslash is here, in the string that began at `start`.
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

    /// Reads the digits of a `\u` escape, and its partner where it is half a surrogate pair.
    ///
    /// Nil where there are not four digits.
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

    /// Reads the escape of the second half of a pair; nil where there is none.
    private mutating func trailSurrogate() -> UInt16? {
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else { return nil }
        return codeUnit().flatMap { UTF16.isTrailSurrogate($0) ? $0 : nil }
    }

    /// Reads four hexadecimal digits; nil where there are not four.
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
