/// A text compared as its UTF-8 bytes, ordered as RFC 8785 orders member names.
struct ByteText: Hashable, Comparable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ByteText, right: ByteText) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
        hasher.combine(0xff as UInt8)
    }

    static func < (left: ByteText, right: ByteText) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8) { rank($0) < rank($1) }
    }

    /// The order of UTF-16 code units, told from UTF-8 bytes.
    ///
    /// The two differ in one thing: characters beyond U+FFFF (first byte from 0xF0) are surrogate
    /// pairs in UTF-16 and stand before U+E000 to U+FFFF (first byte 0xEE or 0xEF).
    private static func rank(_ byte: UInt8) -> UInt8 {
        byte == 0xee || byte == 0xef ? byte + 0x10 : byte
    }
}
