import CLibPQ

/// What the server said to one statement: owns the `PGresult`.
@safe
struct ServerAnswer: ~Copyable {
    private let result: OpaquePointer

    /// Takes over `result`.
    init(owning result: OpaquePointer) { unsafe self.result = result }

    deinit { unsafe PQclear(result) }

    /// How the statement went.
    var status: ExecStatusType { unsafe PQresultStatus(result) }

    /// Rows of the answer.
    var rowCount: Int { Int(unsafe PQntuples(result)) }

    /// Rows that the statement returned or touched; 0 for a statement that touches none.
    var affectedRows: Int { unsafe Int(String(cString: PQcmdTuples(result))) ?? 0 }

    /// Whether the statement failed.
    var isFailure: Bool { status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE }

    /// Whether the server now waits for COPY data or sends it.
    var isCopy: Bool {
        status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH
    }

    /// What the server reported of a failure; nil where libpq itself failed.
    var report: ServerReport? {
        guard let state = field("C") else { return nil }
        var fields: [ServerReport.Field: String] = [:]
        for name in ServerReport.Field.allCases { fields[name] = field(name.rawValue) }
        return ServerReport(
            SQLState(rawValue: state), field("M") ?? "no reason was given", fields)
    }

    /// The row at `index`, readable while this answer lives.
    @_lifetime(borrow self)
    func row(_ index: Int) -> Row { unsafe Row(answer: result, index: Int32(index)) }

    private func field(_ code: Unicode.Scalar) -> String? {
        guard let text = unsafe PQresultErrorField(result, Int32(code.value)) else { return nil }
        return unsafe String(cString: text)
    }
}
