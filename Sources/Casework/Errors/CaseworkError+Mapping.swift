import CaseModel
import EventLog
import Postgres
import PrivateServer

extension CaseworkError {
    /// Maps an error of any layer below to the failure of a use case; nil for an error of other
    /// code.
    ///
    /// This is the only place where errors of the log, the server or the private server get their
    /// message and exit code: use cases rethrow them unchanged.
    package init?(mapping error: any Error) {
        switch error {
        case let error as CaseworkError: self = error
        case let error as EventLogError: self.init(error)
        case let error as PostgresError: self.init(error)
        case let error as ServerError: self.init(error)
        default: return nil
        }
    }

    /// Maps any error that a use case met.
    init(_ error: any Error) {
        self =
            CaseworkError(mapping: error)
            ?? CaseworkError(.internal, "a failure of no known kind", hint: "cases doctor")
    }

    /// Maps connection errors; an invalid address is a usage error.
    init(_ error: PostgresError) {
        if case .usage(let message) = error {
            self.init(.usage, message, hint: "check --db and CASES_DB")
        } else {
            self.init(EventLogError(error))
        }
    }

    /// Maps errors of the log.
    init(_ error: EventLogError) {
        switch error {
        case .versionConflict(let stream, let expected, let actual):
            self.init(
                .versionConflict, "\(stream) is at version \(actual), not \(expected)",
                hint: "read it again, then decide: cases timeline")
        case .idConflict(let id):
            self.init(
                .idConflict, "event \(id) is recorded with other content",
                hint: "change what is recorded: cases correct")
        case .malformed(let message):
            self.init(.badEvent, message)
        case .noWorkspace(let message):
            self.init(
                .unreachable, "the workspace is not there, or not up to date (\(message))",
                hint: "cases db migrate")
        case .notPermitted(let message):
            self.init(
                .notPermitted, message,
                hint: "ask the owner for the role: cases_writer to record, cases_reader to read")
        case .unreachable(let message, let passes):
            self = .unreachable(message, passes: passes)
        case .diskFull(let message):
            self.init(
                .tryAgain,
                "disk full: the server has no space left (\(CaseworkError.line(message)))",
                hint: "make room there, then run the same command again: nothing is recorded twice")
        case .pooled(let message):
            self.init(
                .unreachable,
                "a connection pooler stands before the server: \(CaseworkError.line(message))",
                hint: "let it pool by transaction or session (pool_mode), "
                    + "or connect to the server itself")
        case .tryAgain(let message, let outcome):
            self = .tryAgain(message, outcome)
        case .gap(let position):
            self.init(
                .badEvent, "position \(position) is missing from the log",
                hint: "it was damaged from outside: cases verify, then restore a backup")
        case .notUTF8(let encoding):
            self.init(
                .usage, "the database keeps text as \(encoding)", hint: "make one in UTF8")
        case .foreignSchema(let name):
            self.init(
                .usage, "the schema \(name) is not a workspace: this program did not make it",
                hint: "nothing was changed; choose another name with --workspace")
        case .foreignMigration(let object, let reason):
            self = .foreign(object, reason)
        case .other(_, let message):
            self.init(.internal, message, hint: "cases doctor")
        }
    }

    private static func unreachable(_ message: String, passes: Bool) -> CaseworkError {
        CaseworkError(
            passes ? .tryAgain : .unreachable, "the database cannot be reached: \(line(message))",
            hint: passes
                ? "check that the server runs and takes sessions, then run the same command again"
                : "check --db, CASES_DB or PG*, and that the server runs; cases doctor")
    }

    private static func tryAgain(
        _ message: String, _ outcome: EventLogError.Outcome?
    ) -> CaseworkError {
        let left: Outcome? = outcome.map { $0 == .nothing ? .nothing : .unknown }
        let promise = outcome == nil ? "" : ": nothing is recorded twice"
        return CaseworkError(
            .tryAgain, line(message), left, hint: "run the same command again" + promise)
    }

    private static func foreign(
        _ object: String, _ reason: EventLogError.Reason
    ) -> CaseworkError {
        switch reason {
        case .changed:
            CaseworkError(
                .usage, "\(object) was applied with another text than this program carries",
                hint: "use the program that made the workspace")
        case .unknown:
            CaseworkError(
                .usage, "\(object) was applied by a newer program", hint: "use that one")
        }
    }

    /// The message of a library, joined into one line.
    private static func line(_ message: String) -> String {
        message.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}

extension CaseworkError {
    /// Maps a failure of the private server.
    init(_ error: ServerError) {
        self.init(
            error.passes ? .tryAgain : .unreachable, error.message, hint: error.hint)
    }
}
