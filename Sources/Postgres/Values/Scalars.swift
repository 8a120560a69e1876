package import Foundation

extension Bool: PostgresScalar {
    /// `boolean`.
    package static var type: PostgresType { .bool }
    /// TRUE or FALSE.
    package var literal: String { self ? "TRUE" : "FALSE" }

    /// Reads one byte, 0 or 1.
    package init?(wire: Span<UInt8>) {
        guard wire.count == 1, wire[0] <= 1 else { return nil }
        self = wire[0] == 1
    }

    /// Appends one byte, 0 or 1.
    package func encode(into wire: inout [UInt8]) { wire.append(self ? 1 : 0) }
}

extension FixedWidthInteger where Self: BitwiseCopyable {
    /// Reads a big-endian integer that fills `wire`; nil if the length differs.
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

/// An integer that is sent in its own width.
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
    /// Every integer type: each of them fits.
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

extension String: PostgresScalar {
    /// `text`.
    package static var type: PostgresType { .text }
    /// The types whose binary form is their text.
    package static var readable: [PostgresType] { [.text, .varchar, .name, .bpchar] }
    /// The quoted text.
    package var literal: String { quoted(self) }

    /// Reads UTF-8.
    package init?(wire: Span<UInt8>) {
        guard let text = try? UTF8Span(validating: wire) else { return nil }
        self.init(copying: text)
    }

    /// Appends the text as UTF-8.
    package func encode(into wire: inout [UInt8]) { wire.append(contentsOf: utf8) }
}

/// A value of type `json`: its bytes as they were written.
package struct JSONText: Hashable, Sendable {
    /// UTF-8.
    package let bytes: [UInt8]

    /// Creates a value from `bytes`; the server checks that it is valid JSON.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension JSONText: PostgresScalar {
    /// `json`.
    package static var type: PostgresType { .json }
    /// The bytes, for the server to decode as UTF-8 or to refuse.
    package var literal: String { "convert_from(\(bytes.literal), 'UTF8')::json" }
    /// Takes the bytes as they are.
    package init?(wire: Span<UInt8>) { self.init([UInt8](copying: wire)) }
    /// Appends the bytes as they are.
    package func encode(into wire: inout [UInt8]) { wire.append(contentsOf: bytes) }
}

extension UUID: PostgresScalar {
    /// `uuid`.
    package static var type: PostgresType { .uuid }
    /// The quoted text of RFC 9562.
    package var literal: String { quoted(uuidString) }

    /// Reads sixteen bytes.
    package init?(wire: Span<UInt8>) {
        guard wire.count == 16 else { return nil }
        self.init(uuid: unsafe wire.bytes.unsafeLoadUnaligned(as: uuid_t.self))
    }

    /// Appends sixteen bytes.
    package func encode(into wire: inout [UInt8]) {
        unsafe withUnsafeBytes(of: uuid) { unsafe wire.append(contentsOf: $0) }
    }
}

/// A moment of `timestamptz`: UTC, in whole microseconds.
package struct Timestamp: Hashable, Sendable {
    /// Microseconds since 1970-01-01T00:00:00Z, negative before.
    package let microseconds: Int64

    /// The moment that many microseconds after 1970-01-01T00:00:00Z.
    package init(microseconds: Int64) { self.microseconds = microseconds }

    /// 2000-01-01T00:00:00Z, the epoch of the wire format: 10,957 days after 1970-01-01.
    private static let wireEpoch: Int64 = 10_957 * 86_400 * 1_000_000
}

extension Timestamp: Comparable {
    /// The earlier moment is the smaller.
    package static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension Timestamp: PostgresScalar {
    /// `timestamptz`.
    package static var type: PostgresType { .timestamptz }
    /// The epoch plus an interval: exact, and the same in every time zone.
    package var literal: String {
        "(timestamptz 'epoch' + interval '\(microseconds) microseconds')"
    }

    /// Reads microseconds since 2000; nil for the two infinities and for values outside `Int64`.
    package init?(wire: Span<UInt8>) {
        guard let since2000 = Int64(bigEndian: wire), since2000 != .min, since2000 != .max
        else { return nil }
        let (since1970, overflow) = since2000.addingReportingOverflow(Self.wireEpoch)
        guard !overflow else { return nil }
        self.init(microseconds: since1970)
    }

    /// Appends microseconds since 2000.
    ///
    /// A moment before PostgreSQL's first date (4713 BC) is sent as a value that the server refuses
    /// with 22008; wrapped around, or as -infinity, it would be accepted.
    package func encode(into wire: inout [UInt8]) {
        let (since2000, overflow) = microseconds.subtractingReportingOverflow(Self.wireEpoch)
        wire.append(bigEndian: overflow ? .min + 1 : max(since2000, .min + 1))
    }
}
