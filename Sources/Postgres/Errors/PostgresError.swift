/// What went wrong between this program and PostgreSQL.
package enum PostgresError: Error, Hashable {
    /// The server refused the statement.
    case server(ServerReport)
    /// No session could be opened: the server's code where it answered, and whether a later attempt
    /// may succeed.
    case unreachable(message: String, state: SQLState?, passes: Bool)
    /// The session broke; where `outcomeUnknown`, what was last sent may have been committed.
    case lost(message: String, outcomeUnknown: Bool)
    /// The server stopped the statement because `statement_timeout` had passed.
    case timeout
    /// The statement was stopped because its task, or an administrator, cancelled it.
    case cancelled
    /// A value was not of the type asked for; columns count from 1.
    case decoding(column: Int, message: String)
    /// The caller asked for what cannot be.
    case usage(message: String)
}

extension PostgresError {
    /// What the server reported, where it answered.
    package var report: ServerReport? {
        if case .server(let report) = self { report } else { nil }
    }

    /// The server's code, where the server answered.
    package var state: SQLState? { report?.state }

    /// Whether the same request may succeed on a new attempt, perhaps on a new connection.
    package var isWorthRetrying: Bool {
        switch self {
        case .lost: true
        case .unreachable(_, _, let passes): passes
        case .server(let report): report.state.isPassing
        case .timeout, .cancelled, .decoding, .usage: false
        }
    }

    /// Whether the statement may have taken effect although no answer says so.
    ///
    /// A server that shuts down can report that after the commit, so its farewell proves nothing.
    package var isOutcomeUnknown: Bool {
        switch self {
        case .lost(_, let outcomeUnknown): outcomeUnknown
        case .server(let report): SQLState.silentOnOutcome.contains(report.state)
        case .unreachable, .timeout, .cancelled, .decoding, .usage: false
        }
    }
}

extension SQLState {
    /// Whether it stands for a failure that passes by itself.
    package var isPassing: Bool { errorClass == "08" || SQLState.passing.contains(self) }

    /// The states outside class 08 that pass by themselves.
    private static let passing: Set<SQLState> = [
        .serializationFailure, .deadlockDetected, .adminShutdown, .crashShutdown,
        .cannotConnectNow, .readOnlyTransaction, .tooManyConnections,
    ]

    fileprivate static let silentOnOutcome: Set<SQLState> = [
        .transactionResolutionUnknown, .adminShutdown, .crashShutdown,
    ]
}

extension PostgresError: CustomStringConvertible {
    /// One line for a person.
    package var description: String {
        switch self {
        case .server(let report): "PostgreSQL refused: \(report)"
        case .unreachable(let message, _, _): "PostgreSQL cannot be reached: \(message)"
        case .lost(let message, _): message
        case .timeout: "PostgreSQL stopped the statement: its time-out had passed"
        case .cancelled: "the statement was cancelled"
        case .decoding(let column, let message): "column \(column) of the answer \(message)"
        case .usage(let message): message
        }
    }
}
