extension [UInt8] {
    /// The bytes in small hexadecimal digits, two a byte.
    public var hexadecimal: String {
        var digits: [UInt8] = []
        digits.reserveCapacity(2 * count)
        digits.append(hexadecimal: self)
        return String(decoding: digits, as: UTF8.self)
    }

    /// The bytes that small hexadecimal digits write, two a byte; nil for any other text.
    public init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for place in stride(from: 0, to: digits.count, by: 2) {
            guard let high = Self.value(of: digits[place]),
                let low = Self.value(of: digits[place + 1])
            else { return nil }
            bytes.append(high << 4 | low)
        }
        self = bytes
    }

    /// Appends the ASCII of the small hexadecimal digits of bytes, two a byte.
    public mutating func append(hexadecimal bytes: [UInt8]) {
        for byte in bytes { append(hexadecimal: byte) }
    }

    /// Appends the ASCII of the two small hexadecimal digits of a byte.
    public mutating func append(hexadecimal byte: UInt8) {
        append(Self.digit(byte >> 4))
        append(Self.digit(byte & 0x0f))
    }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
    }
}
