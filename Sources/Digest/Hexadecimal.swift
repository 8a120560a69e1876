extension [UInt8] {
    /// The bytes in small hexadecimal digits, two a byte.
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * count)
        digits.append(hexadecimal: self)
        return String(decoding: digits, as: UTF8.self)
    }

    /// Appends the ASCII of the small hexadecimal digits of bytes, two a byte.
    public mutating func append(hexadecimal bytes: [UInt8]) {
        for byte in bytes {
            append(Self.digit(byte >> 4))
            append(Self.digit(byte & 0x0f))
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
