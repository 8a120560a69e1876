import CLibPQ

/// One message of a COPY: owns libpq's buffer.
@safe
struct CopiedMessage: ~Copyable {
    private let start: UnsafeMutablePointer<CChar>
    private let count: Int

    /// Takes over `count` bytes at `start`.
    init(owning start: UnsafeMutablePointer<CChar>, count: Int) {
        unsafe self.start = start
        self.count = count
    }

    deinit { unsafe PQfreemem(start) }

    /// The bytes, readable while this message lives.
    var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        get {
            let block = unsafe UnsafeRawBufferPointer(start: start, count: count)
            let span = unsafe block.assumingMemoryBound(to: UInt8.self).span
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// The row that this message carries; nil where it is what opens or ends the COPY.
    ///
    /// The first message opens with a signature, which no row can start with: its first two bytes
    /// would be a number of columns beyond what the server has. The last message says -1 columns.
    var row: Row? {
        @_lifetime(borrow self)
        get {
            var reader = WireReader(bytes)
            if reader.starts(with: copySignature) { reader.skipCopyHeader() }
            guard let columns = reader.integer(Int16.self), columns >= 0 else { return nil }
            return Row(tuple: reader, columnCount: Int(columns))
        }
    }
}

extension WireReader {
    /// Skips the signature, flags and extension that open a binary COPY.
    fileprivate mutating func skipCopyHeader() {
        for _ in copySignature { _ = integer(UInt8.self) }
        _ = integer(Int32.self)
        _ = cell()
    }
}
