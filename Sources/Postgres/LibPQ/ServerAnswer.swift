import CLibPQ

/// The server's result of one statement; owns the `PGresult`.
@safe
struct ServerAnswer: ~Copyable {
    private let result: OpaquePointer

    /// Takes ownership of `result`.
    init(owning result: OpaquePointer) { unsafe self.result = result }

    deinit { unsafe PQclear(result) }

    /// The status of the result.
    var status: ExecStatusType { unsafe PQresultStatus(result) }

    /// The number of rows in the result.
    var rowCount: Int { Int(unsafe PQntuples(result)) }

    /// How many rows the statement returned or touched; 0 for other statements.
    var affectedRows: Int { unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// Whether the statement failed.
    var isFailure: Bool { status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE }

    /// Whether the server now waits for COPY data or sends it.
    var isCopy: Bool {
        status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH
    }

    /// The server's error report; nil if libpq itself failed.
    var report: ServerReport? {
        guard let state = field("C") else { return nil }
        var fields: [ServerReport.Field: String] = [:]
        for name in ServerReport.Field.allCases { fields[name] = field(name.rawValue) }
        return ServerReport(
            SQLState(rawValue: state), field("M") ?? "no reason was given", fields)
    }

    /// The row at `index`, readable while this result exists.
    @_lifetime(borrow self)
    func row(_ index: Int) -> Row { unsafe Row(answer: result, index: Int32(index)) }

    private func field(_ code: Unicode.Scalar) -> String? {
        guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return nil }
        return unsafe String(cString: text)
    }
}
