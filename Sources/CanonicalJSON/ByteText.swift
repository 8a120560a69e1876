/// A text compared as its UTF-8 bytes, ordered as RFC 8785 orders member names.
struct ByteText: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteText, right: ByteText) -> Bool {
        // Texts with the same bytes are equal to Swift too, which tells short ones apart at a glance.
        left.text == right.text && left.text.utf8.span.isSame(as: right.text.utf8.span)
    }

    func hash(into hasher: inout Hasher) {
        // Texts with the same bytes are equal to Swift too, so they have the same hash.
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

    /// Whether this text stands before another in the order of RFC 8785.
    func precedes(_ other: Span<UInt8>) -> Bool {
        for index in 0..<Swift.min(count, other.count) where self[index] != other[index] {
            return self[index].rank < other[index].rank
        }
        return count < other.count
    }
}

extension UInt8 {
    /// The order of UTF-16 code units, told from UTF-8 bytes.
    ///
    /// The two differ in one thing: characters beyond U+FFFF (first byte from 0xF0) are surrogate
    /// pairs in UTF-16 and stand before U+E000 to U+FFFF (first byte 0xEE or 0xEF).
    fileprivate var rank: UInt8 { self == 0xee || self == 0xef ? self + 0x10 : self }
}
