extension FixedWidthInteger where Self: BitwiseCopyable {
    /// Reads a big-endian integer that fills `wire`; nil where the length differs.
    init?(bigEndian wire: Span<UInt8>) {
        guard wire.count == Self.bitWidth / 8 else { return nil }
        self = unsafe wire.bytes.unsafeLoadUnaligned(as: Self.self).bigEndian
    }
}

extension [UInt8] {
    /// Appends the bytes of `integer`, most significant first.
    mutating func append(bigEndian integer: some FixedWidthInteger) {
        for shift in stride(from: integer.bitWidth - 8, through: 0, by: -8) {
            append(UInt8(truncatingIfNeeded: integer >> shift))
        }
    }
}

/// An integer that travels in its own width.
package protocol PostgresInteger: PostgresScalar, FixedWidthInteger, BitwiseCopyable {}

extension PostgresInteger {
    /// Reads a big-endian integer of this width.
    package init?(wire: Span<UInt8>) { self.init(bigEndian: wire) }
    /// Appends the integer, most significant byte first.
    package func encode(into wire: inout [UInt8]) { wire.append(bigEndian: self) }
    /// The decimal digits.
    package var literal: String { quoted(String(self)) }
}

extension Int16: PostgresInteger {
    /// `smallint`.
    package static var type: PostgresType { .int2 }
}

extension Int32: PostgresInteger {
    /// `integer`.
    package static var type: PostgresType { .int4 }
}

extension Int64: PostgresInteger {
    /// `bigint`.
    package static var type: PostgresType { .int8 }
}

extension Int: PostgresInteger {
    /// `bigint`.
    package static var type: PostgresType { .int8 }
    /// Every integer type, for each of them fits.
    package static var readable: [PostgresType] { [.int8, .int4, .int2] }

    /// Reads two, four or eight bytes.
    package init?(wire: Span<UInt8>) {
        switch wire.count {
        case 8: self.init(bigEndian: wire)
        case 4: self.init(exactly: Int32(bigEndian: wire) ?? 0)
        case 2: self.init(exactly: Int16(bigEndian: wire) ?? 0)
        default: return nil
        }
    }
}
