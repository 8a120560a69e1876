import CLibPQ

extension Link {
    /// Runs one statement and returns its answer, in binary.
    func ask(
        _ statement: Statement, _ patience: Patience = .cancellable
    ) throws(PostgresError) -> Answer {
        let answer =
            statement.parameters.isEmpty
            ? try askPlain(statement.sql, patience) : try askPrepared(statement, patience)
        try refuse(copy: answer)
        return answer
    }

    /// Runs a script of several statements; the answer is the last one's.
    func run(script: [UInt8]) throws(PostgresError) -> Answer {
        let text = try cString(script)
        let answer = try exchange(.cancellable) {
            unsafe PQsendQuery(handle, text) == 1
        }
        try refuse(copy: answer)
        return answer
    }

    /// Ends a COPY that came where nobody would carry its rows.
    private func refuse(copy answer: borrowing Answer) throws(PostgresError) {
        guard answer.isCopy else { return }
        answer.status == PGRES_COPY_IN ? abandonCopyIn() : abandonCopyOut()
        throw .usage(message: "COPY runs through fold or copy only")
    }

    /// Runs a statement without parameters.
    func askPlain(_ sql: [UInt8], _ patience: Patience) throws(PostgresError) -> Answer {
        let text = try cString(sql)
        return try exchange(patience) {
            unsafe PQsendQueryParams(handle, text, 0, nil, nil, nil, nil, 1) == 1
        }
    }

    private func askPrepared(
        _ statement: Statement, _ patience: Patience
    ) throws(PostgresError) -> Answer {
        let name = try prepare(statement, patience)
        let parameters = try WireParameters(statement.parameters)
        return try exchange(patience) {
            unsafe parameters.withPointers { values, lengths, formats in
                unsafe PQsendQueryPrepared(
                    handle, name, Int32(lengths.count), values, lengths, formats, 1) == 1
            }
        }
    }

    private func prepare(
        _ statement: Statement, _ patience: Patience
    ) throws(PostgresError) -> String {
        let shape = PreparedStatements.Shape(
            sql: statement.sql, types: statement.parameters.map { type(of: $0).type.oid })
        if let name = prepared.name(of: shape) { return name }
        try makeRoom(patience)
        let text = try cString(statement.sql)
        let name = prepared.freshName()
        _ = try exchange(patience) {
            unsafe PQsendPrepare(handle, name, text, Int32(shape.types.count), shape.types) == 1
        }
        prepared.remember(shape, as: name)
        return name
    }

    private func makeRoom(_ patience: Patience) throws(PostgresError) {
        guard prepared.isFull else { return }
        _ = try askPlain(Array("DEALLOCATE ALL".utf8), patience)
        prepared.forgetAll()
    }

    /// The text as C has it; refused where a zero byte would end it early.
    private func cString(_ sql: [UInt8]) throws(PostgresError) -> [CChar] {
        guard !sql.contains(0) else { throw .usage(message: "SQL cannot hold a zero byte") }
        return sql.map { CChar(bitPattern: $0) } + [0]
    }
}
