/// A text compared as its UTF-8 bytes, ordered as RFC 8785 orders member names.
struct ByteText: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteText, right: ByteText) -> Bool {
        // Strings with equal bytes are also equal to Swift, whose comparison rejects short unequal
        // strings quickly.
        left.text == right.text && left.text.utf8.span.isSame(as: right.text.utf8.span)
    }

    func hash(into hasher: inout Hasher) {
        // Strings with equal bytes are also equal to Swift, so they have the same hash.
        hasher.combine(text)
    }

    static func < (left: ByteText, right: ByteText) -> Bool {
        left.text.utf8.span.precedes(right.text.utf8.span)
    }
}

extension Span<UInt8> {
    /// Whether both hold the same bytes.
    func isSame(as other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }

    /// Whether this text sorts before another in the order of RFC 8785.
    func precedes(_ other: Span<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index].rank < other[index].rank
        }
        return count < other.count
    }
}

extension UInt8 {
    /// Compares in the order of UTF-16 code units, computed from UTF-8 bytes.
    ///
    /// The two orders differ in one case: characters beyond U+FFFF (first byte from 0xF0) are
    /// surrogate pairs in UTF-16, so they sort before U+E000 to U+FFFF (first byte 0xEE or 0xEF).
    fileprivate var rank: UInt8 { self == 0xee || self == 0xef ? self + 0x10 : self }
}

extension [UInt8] {
    /// The text in a range of a document that was already validated as UTF-8.
    func text(in range: Range<Int>) -> String {
        let bytes = span
        guard let text = try? UTF8Span(validating: bytes.extracting(range)) else {
            preconditionFailure("a document's values begin and end with whole characters")
        }
        return String(copying: text)
    }

    /// The text of a string whose content, without the quotes, is in `range`; its escapes were
    /// already validated.
    func unescaped(_ range: Range<Int>) -> String {
        var (text, rest): ([UInt8], ArraySlice<UInt8>) = ([], self[range])
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            text += String(rest.popScalar()).utf8
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Reads the rest of an escape after its backslash, including the second escape of a surrogate
    /// pair.
    fileprivate mutating func popScalar() -> Unicode.Scalar {
        let letter = removeFirst()
        guard letter == UInt8(ascii: "u") else {
            return JSONReader.scalar(escapedBy: letter) ?? Unicode.Scalar(letter)
        }
        let unit = popCodeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        removeFirst(2)
        return UTF16.decode(UTF16.EncodedScalar([unit, popCodeUnit()]))
    }

    private mutating func popCodeUnit() -> UInt16 {
        defer { removeFirst(4) }
        return prefix(4).compactMap(JSONReader.hexDigit).reduce(0) { $0 << 4 | $1 }
    }
}

/// A member name that is safe to quote in a message: short, and of visible characters only.
struct PrintableName {
    /// The most Unicode scalars of a name that a message quotes.
    static let longest = 40

    /// The name in double quotes.
    let quoted: String

    /// Nil if `name` is too long or has characters that a terminal would not show literally.
    init?(_ name: String) {
        let scalars = name.unicodeScalars
        guard scalars.count <= PrintableName.longest,
            scalars.allSatisfy(PrintableName.isVisible)
        else { return nil }
        quoted = "\"\(name)\""
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned,
            .lineSeparator, .paragraphSeparator:
            false
        default: true
        }
    }
}
