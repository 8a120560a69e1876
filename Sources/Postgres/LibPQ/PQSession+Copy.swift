import CLibPQ

extension PQSession {
    /// Starts a COPY; `direction` is the result status that confirms the start.
    func startCopy(_ sql: [UInt8], _ direction: ExecStatusType) throws(PostgresError) {
        let answer = try askPlain(sql, .cancellable)
        guard answer.status == direction else {
            throw .usage(message: "the statement is not a COPY in the expected direction")
        }
    }

    /// The next message of a COPY out; nil at the end of the data.
    func nextMessage() throws(PostgresError) -> CopiedMessage? {
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let count = unsafe PQgetCopyData(handle, &buffer, 1)
            if let start = unsafe buffer {
                return unsafe CopiedMessage(owning: start, count: Int(count))
            }
            guard count == 0 else { break }
            try awaitInput()
        }
        _ = try settle()
        return nil
    }

    /// Sends a part of a COPY in.
    func send(_ bytes: [UInt8]) throws(PostgresError) {
        if Task.isCancelled { throw .cancelled }
        let isSent = unsafe bytes.withUnsafeBytes { block in
            let start = unsafe block.assumingMemoryBound(to: CChar.self).baseAddress
            return unsafe PQputCopyData(handle, start, Int32(block.count)) == 1
        }
        guard isSent else { throw refusal(outcomeUnknown: false) }
        try awaitSent()
    }

    /// Ends a COPY in and returns the number of rows that were stored.
    func finishCopy() throws(PostgresError) -> Int {
        guard unsafe PQputCopyEnd(handle, nil) == 1 else {
            throw refusal(outcomeUnknown: exchange.outcomeUnknown)
        }
        return try settle().affectedRows
    }

    /// Aborts a COPY in: the server stores nothing.
    func abandonCopyIn() {
        guard isAlive, isBusy, unsafe PQputCopyEnd(handle, "given up by the client") == 1 else {
            return
        }
        exchange = Exchange(interruption: .shielded, outcomeUnknown: false)
        _ = try? settle()
    }

    /// Aborts a COPY out: cancels the statement and discards the remaining data.
    func abandonCopyOut() {
        guard isAlive, isBusy else { return }
        exchange = Exchange(interruption: .shielded, outcomeUnknown: false)
        exchange.wasCancelled = requestCancel()
        while (try? nextMessage()) != nil {}
    }
}

/// One message of a COPY; owns libpq's buffer.
@safe
struct CopiedMessage: ~Copyable {
    private let start: UnsafeMutablePointer<CChar>
    private let count: Int

    /// Takes ownership of `count` bytes at `start`.
    init(owning start: UnsafeMutablePointer<CChar>, count: Int) {
        unsafe self.start = start
        self.count = count
    }

    deinit { unsafe PQfreemem(start) }

    /// The bytes, readable while this message exists.
    var bytes: Span<UInt8> {
        @_lifetime(borrow self)
        get {
            let block = unsafe UnsafeRawBufferPointer(start: start, count: count)
            let span = unsafe block.assumingMemoryBound(to: UInt8.self).span
            return unsafe _overrideLifetime(span, borrowing: self)
        }
    }

    /// The row in this message; nil for the header or the trailer of the COPY.
    ///
    /// The first message starts with a signature, which no row can start with: its first two bytes
    /// would be a number of columns beyond the server's limit. The last message has a column count
    /// of -1.
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
    /// Skips the signature, flags and extension of the header of a binary COPY.
    fileprivate mutating func skipCopyHeader() {
        for _ in copySignature { _ = integer(UInt8.self) }
        _ = integer(Int32.self)
        _ = cell()
    }
}
