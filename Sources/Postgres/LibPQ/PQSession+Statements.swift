import CLibPQ

extension PQSession {
    /// Runs one statement and returns its result in binary format.
    func ask(
        _ statement: Statement, _ interruption: Interruption = .cancellable
    ) throws(PostgresError) -> ServerAnswer {
        let log = StatementLog(statement.sql)
        do {
            let answer =
                statement.parameters.isEmpty
                ? try askPlain(statement.sql, interruption)
                : try askWithParameters(statement, interruption)
            try refuse(copy: answer)
            log.succeeded(rows: answer.affectedRows)
            return answer
        } catch {
            log.failed(error)
            throw error
        }
    }

    /// Runs a script of several statements; returns the result of the last one.
    func run(script: [UInt8]) throws(PostgresError) -> ServerAnswer {
        let text = try cString(script)
        let log = StatementLog(Array(script.prefix(200)))
        do {
            let answer = try exchange(.cancellable) {
                unsafe PQsendQuery(handle, text) == 1
            }
            try refuse(copy: answer)
            log.succeeded(rows: answer.affectedRows)
            return answer
        } catch {
            log.failed(error)
            throw error
        }
    }

    /// Aborts a COPY that was started where no caller would handle its data.
    private func refuse(copy answer: borrowing ServerAnswer) throws(PostgresError) {
        guard answer.isCopy else { return }
        answer.status == PGRES_COPY_IN ? abandonCopyIn() : abandonCopyOut()
        throw .usage(message: "COPY runs through fold or copy only")
    }

    /// Runs a statement without parameters.
    func askPlain(_ sql: [UInt8], _ interruption: Interruption) throws(PostgresError)
        -> ServerAnswer
    {
        let text = try cString(sql)
        return try exchange(interruption) {
            unsafe PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1) == 1
        }
    }

    private func askWithParameters(
        _ statement: Statement, _ interruption: Interruption
    ) throws(PostgresError) -> ServerAnswer {
        let shape = PreparedStatements.Shape(
            sql: statement.sql, types: statement.parameters.map { type(of: $0).type.oid })
        let parameters = try WireParameters(statement.parameters)
        do {
            if let name = try preparedName(shape, interruption) {
                return try exchange(interruption) {
                    unsafe parameters.withPointers { values, lengths, formats in
                        unsafe PQsendQueryPrepared(
                            handle, name, Int32(lengths.count), values, lengths, formats, 1) == 1
                    }
                }
            }
        } catch {
            guard try isElsewhere(error) else { throw error }
        }
        return try askUnprepared(shape, parameters, interruption)
    }

    /// Whether a prepared statement was not found, or another session's was.
    ///
    /// This happens behind a pooler that was not recognised by its process numbers. Inside a
    /// transaction it is too late to run the statement unprepared.
    private func isElsewhere(_ error: PostgresError) throws(PostgresError) -> Bool {
        guard [.undefinedStatement, .duplicateStatement].contains(error.state) else {
            return false
        }
        prepared.isAllowed = false
        prepared.forgetAll()
        return isIdle
    }

    private func askUnprepared(
        _ shape: PreparedStatements.Shape, _ parameters: WireParameters,
        _ interruption: Interruption
    ) throws(PostgresError) -> ServerAnswer {
        let text = try cString(shape.sql)
        return try exchange(interruption) {
            unsafe parameters.withPointers { values, lengths, formats in
                unsafe PQsendQueryParams(
                    handle, text, Int32(lengths.count), shape.types, values, lengths, formats, 1)
                    == 1
            }
        }
    }

    /// The name of the prepared statement; nil if the statement is not to be prepared.
    private func preparedName(
        _ shape: PreparedStatements.Shape, _ interruption: Interruption
    ) throws(PostgresError) -> String? {
        if let name = prepared.name(of: shape) { return name }
        guard prepared.isRepeated(shape), try mayPrepare(interruption) else { return nil }
        try makeRoom(interruption)
        let text = try cString(shape.sql)
        let name = prepared.freshName()
        _ = try exchange(interruption) {
            unsafe PQsendPrepare(handle, name, text, Int32(shape.types.count), shape.types) == 1
        }
        prepared.remember(shape, as: name)
        return name
    }

    /// Whether a statement that is prepared now will still be available for the next call.
    private func mayPrepare(_ interruption: Interruption) throws(PostgresError) -> Bool {
        if let isAllowed = prepared.isAllowed { return isAllowed }
        // In a failed transaction no query can be run.
        guard isIdle || isInTransaction else { return false }
        let isAllowed = try !isPooled
        prepared.isAllowed = isAllowed
        return isAllowed
    }

    /// Whether a connection pooler is between this session and the server: it assigns its own
    /// process numbers, and the server process may differ from transaction to transaction.
    var isPooled: Bool {
        get throws(PostgresError) {
            let answer = try askPlain(
                Array("SELECT pg_catalog.pg_backend_pid()".utf8), .shielded)
            guard answer.rowCount == 1 else { return true }
            var row = answer.row(0)
            let process = unsafe PQbackendPID(handle)
            return try row.next(Int32.self) != process
        }
    }

    private func makeRoom(_ interruption: Interruption) throws(PostgresError) {
        guard prepared.isFull else { return }
        _ = try askPlain(Array("DEALLOCATE ALL".utf8), interruption)
        prepared.forgetAll()
    }

    /// The text as a C string; throws if it contains a zero byte.
    private func cString(_ sql: [UInt8]) throws(PostgresError) -> [CChar] {
        guard !sql.contains(0) else { throw .usage(message: "SQL cannot hold a zero byte") }
        return sql.map { CChar(bitPattern: $0) } + [0]
    }
}

/// Parameters in binary format, in one block of memory.
struct WireParameters {
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []

    /// Encodes `values`; throws if they are longer than the protocol allows.
    init(_ values: [any PostgresValue]) throws(PostgresError) {
        for value in values {
            let start = bytes.count
            if !value.isNull { value.encode(into: &bytes) }
            guard let length = Int32(exactly: bytes.count - start) else {
                throw .usage(message: "a parameter is longer than 2 GiB")
            }
            starts.append(value.isNull ? nil : start)
            lengths.append(length)
        }
        bytes.append(0)  // an empty block would have no address, and libpq takes that for NULL
    }

    /// Calls `body` with libpq's parameter arrays: addresses, lengths, and format 1 (binary) for
    /// each.
    func withPointers<Result>(
        _ body: ([UnsafePointer<CChar>?], [Int32], [Int32]) -> Result
    ) -> Result {
        unsafe bytes.withUnsafeBytes { block in
            let base = unsafe block.assumingMemoryBound(to: CChar.self).baseAddress
            let values = unsafe starts.map { start in
                unsafe start.flatMap { unsafe base?.advanced(by: $0) }
            }
            return unsafe body(values, lengths, [Int32](repeating: 1, count: lengths.count))
        }
    }
}
