/// Reads integers and length-prefixed values from borrowed bytes.
struct WireReader: ~Escapable {
    private let bytes: Span<UInt8>
    private var offset = 0

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    /// Whether every byte was read.
    var isAtEnd: Bool { offset == bytes.count }

    /// Whether the next bytes are equal to `prefix`.
    func starts(with prefix: [UInt8]) -> Bool {
        guard prefix.count <= bytes.count - offset else { return false }
        return prefix.indices.allSatisfy { bytes[offset + $0] == prefix[$0] }
    }

    /// The next bytes as a big-endian integer; nil if there are too few.
    mutating func integer<Integer: FixedWidthInteger & BitwiseCopyable>(
        _: Integer.Type
    ) -> Integer? {
        guard let taken = take(Integer.bitWidth / 8) else { return nil }
        return Integer(bigEndian: taken)
    }

    /// The next value with its length prefix; nil if the bytes are incomplete.
    @_lifetime(copy self)
    mutating func cell() -> WireCell? {
        guard let length = integer(Int32.self) else { return nil }
        if length == -1 { return WireCell.null }
        guard let taken = take(Int(length)) else { return nil }
        return WireCell(taken)
    }

    @_lifetime(copy self)
    private mutating func take(_ count: Int) -> Span<UInt8>? {
        guard count >= 0, count <= bytes.count - offset else { return nil }
        defer { offset += count }
        return bytes.extracting(offset..<offset + count)
    }
}

/// One value of a row, or NULL.
struct WireCell: ~Escapable {
    /// The value's binary form; empty if it is NULL.
    let bytes: Span<UInt8>
    /// Whether the value is NULL.
    let isNull: Bool

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) {
        self.bytes = bytes
        isNull = false
    }

    @_lifetime(immortal)
    private init() {
        bytes = Span()
        isNull = true
    }

    /// NULL.
    static var null: WireCell {
        @_lifetime(immortal)
        get { WireCell() }
    }
}
