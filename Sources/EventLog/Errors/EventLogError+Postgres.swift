import CaseModel
package import Postgres

extension SQLState {
    /// Raised by `append`: a stream is at another version.
    package static let versionConflict: SQLState = "LG001"
    /// Raised by `append`: an id or key stands for other content.
    package static let idConflict: SQLState = "LG002"
    /// Raised by the check of `event` and by `append`: not what the log takes.
    package static let malformedEvent: SQLState = "LG003"
    /// Raised by the triggers: what is recorded stays.
    package static let immutableRecord: SQLState = "LG004"
}

extension EventLogError {
    /// The error that stands for what the server or the way to it said.
    package init(_ error: PostgresError) {
        switch error {
        case .server(let state, let message):
            self = Self.refusal(state, message)
        case .unreachable(let message, _, let passes):
            self = .unreachable(message, passes: passes)
        case .lost, .timeout, .cancelled:
            self = .tryAgain(error.description, nil)
        case .decoding, .usage:
            self = .other(nil, message: error.description)
        }
    }

    private static func refusal(_ state: SQLState, _ message: String) -> EventLogError {
        switch state {
        case .versionConflict: versionConflict(message) ?? .other(state, message: message)
        case .idConflict: idConflict(message) ?? .other(state, message: message)
        case .malformedEvent: .malformed(message)
        case .invalidSchemaName, .undefinedTable, .undefinedFunction: .noWorkspace(message)
        case .insufficientPrivilege: .notPermitted(message)
        case .diskFull: .diskFull(message)
        case .undefinedStatement, .duplicateStatement: .pooled(message)
        case .protocolViolation where message.contains("pooling mode"): .pooled(message)
        case .lockNotAvailable:
            .tryAgain(
                "another session holds what this one needs, and did not let it go in time", nil)
        case let state where state.passes: .tryAgain(message, nil)
        default: .other(state, message: message)
        }
    }

    /// Reads what `refuse_version` writes: `stream S is at version A, not E; …`.
    private static func versionConflict(_ message: String) -> EventLogError? {
        let words = message.split(separator: " ")
        guard words.count > 7, let stream = StreamName(String(words[1])),
            let actual = Int64(words[5].dropLast()), let expected = Int64(words[7].dropLast())
        else { return nil }
        return .versionConflict(stream, expected: expected, actual: actual)
    }

    /// Reads what `refuse_clash` writes: `event ID …`.
    private static func idConflict(_ message: String) -> EventLogError? {
        let words = message.split(separator: " ")
        guard words.count > 1 else { return nil }
        return EventID(String(words[1])).map(EventLogError.idConflict)
    }
}

extension SQLState {
    /// Whether it is a refusal by the log itself, which has looked first whether the events are there.
    var isVerdictOfTheLog: Bool { errorClass == "LG" }

    /// Whether the same append may succeed later: 23505 on a position that another append took
    /// while the workspace was moved to another server, a lock not given in time, and all that the
    /// connection knows to pass.
    var passes: Bool {
        [.uniqueViolation, .lockNotAvailable].contains(self)
            || PostgresError.server(self, message: "").isWorthRetrying
    }
}
