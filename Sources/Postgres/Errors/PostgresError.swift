/// An error in the communication with PostgreSQL.
package enum PostgresError: Error, Hashable {
    /// The server refused the statement.
    case server(ServerReport)
    /// No session could be opened: the server's code if it answered, and whether a later attempt
    /// may succeed.
    case unreachable(message: String, state: SQLState?, passes: Bool)
    /// The session was lost; if `outcomeUnknown`, the last statement may have been committed.
    case lost(message: String, outcomeUnknown: Bool)
    /// The server stopped the statement because `statement_timeout` had passed.
    case timeout
    /// The statement was stopped because its task, or an administrator, cancelled it.
    case cancelled
    /// A value did not have the requested type; columns count from 1.
    case decoding(column: Int, message: String)
    /// The caller made an invalid request.
    case usage(message: String)
}

extension PostgresError {
    /// The server's report, if it answered.
    package var report: ServerReport? {
        if case .server(let report) = self { report } else { nil }
    }

    /// The SQLSTATE, if the server answered.
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

    /// Whether the statement may have taken effect although no answer confirms it.
    ///
    /// A server that shuts down can report that after the commit, so its last message proves
    /// nothing.
    package var isOutcomeUnknown: Bool {
        switch self {
        case .lost(_, let outcomeUnknown): outcomeUnknown
        case .server(let report): SQLState.silentOnOutcome.contains(report.state)
        case .unreachable, .timeout, .cancelled, .decoding, .usage: false
        }
    }
}

extension SQLState {
    /// Whether the failure is transient.
    package var isPassing: Bool { errorClass == "08" || SQLState.passing.contains(self) }

    /// The transient states outside class 08.
    private static let passing: Set<SQLState> = [
        .serializationFailure, .deadlockDetected, .adminShutdown, .crashShutdown,
        .cannotConnectNow, .readOnlyTransaction, .tooManyConnections,
    ]

    fileprivate static let silentOnOutcome: Set<SQLState> = [
        .transactionResolutionUnknown, .adminShutdown, .crashShutdown,
    ]
}

extension PostgresError: CustomStringConvertible {
    /// One line of readable text.
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
