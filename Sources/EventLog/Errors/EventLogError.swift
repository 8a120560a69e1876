package import CaseModel
package import Postgres

/// Why an operation of the log failed.
package enum EventLogError: Error, Hashable {
    /// A stream is not at the expected version; nothing was recorded.
    case versionConflict(StreamName, expected: Int64, actual: Int64)
    /// The id, or the key in its stream, already belongs to an event with other content; nothing
    /// was recorded.
    case idConflict(EventID)
    /// The log does not accept an event; nothing was recorded.
    case malformed(String)
    /// The workspace does not exist, or was created by an older version of the program.
    case noWorkspace(String)
    /// The current role lacks the permission.
    case notPermitted(String)
    /// The server cannot be reached; if `passes`, a later attempt may succeed.
    case unreachable(String, passes: Bool)
    /// The server's disk is full; if the server crashed because of that, the events may have been
    /// recorded.
    case diskFull(String)
    /// A connection pooler in front of the server runs in a mode that is not supported.
    case pooled(String)
    /// The attempt failed for a transient reason, with the outcome of an append; nil if nothing was
    /// to be recorded.
    case tryAgain(String, Outcome?)
    /// A position is missing below the head: the log was damaged from outside.
    case gap(position: Int64)
    /// The encoding of the database is not UTF-8.
    case notUTF8(encoding: String)
    /// The schema exists already, and was not created by this program.
    case foreignSchema(String)
    /// What is installed in the workspace cannot be migrated by this program.
    case foreignMigration(object: String, Reason)
    /// Any other error of the server, or a result that cannot be decoded.
    case other(SQLState?, message: String)

    /// The outcome of an append that failed.
    package enum Outcome: Hashable, Sendable {
        /// Nothing was recorded.
        case nothing
        /// The events may have been recorded: repeating the call with the same ids will tell.
        case unknown
    }

    /// What is wrong with a migration that the workspace has recorded.
    package enum Reason: Hashable, Sendable {
        /// Its text differs from the one in this program.
        case changed
        /// This program does not know it: the workspace belongs to a newer version.
        case unknown
    }
}

/// Runs `body`, and maps whatever it throws to an error of the log.
package func mapped<Answer>(
    _ body: () throws -> Answer
) throws(EventLogError) -> Answer {
    do { return try body() } catch { throw EventLogError(error) }
}

/// Runs `body`, and maps whatever it throws to an error of the log.
package func mapped<Answer>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Answer
) async throws(EventLogError) -> Answer {
    do { return try await body() } catch { throw EventLogError(error) }
}

extension EventLogError: CustomStringConvertible {
    /// One line of readable text: what, where, and the remedy; never an event's content.
    package var description: String {
        switch self {
        case .versionConflict(let stream, let expected, let actual):
            "stream \(stream) is at version \(actual), not \(expected); read it, then decide again"
        case .idConflict(let id):
            "event \(id) is recorded with other content, or its key is another event's; "
                + "change what is recorded with `cases correct`"
        case .malformed(let message): message
        case .noWorkspace(let message):
            "the workspace is not there, or not up to date (\(message)); run `cases db migrate`"
        case .notPermitted(let message):
            "not permitted: \(message); ask the owner of the database for the role"
        case .unreachable(let message, _): message
        case .diskFull(let message):
            "disk full: \(message); make room on the server, then try again"
        case .pooled(let message):
            "a connection pooler stands before the server (\(message)); "
                + "let it pool by transaction or session, or connect to the server itself"
        case .tryAgain(let message, nil): "\(message); try again"
        case .tryAgain(let message, .unknown):
            "\(message); whether the events were recorded is not known: "
                + "run the same command again, it records nothing twice"
        case .tryAgain(let message, .nothing):
            "\(message); nothing was recorded, try again"
        case .gap(let position):
            "position \(position) is missing from the log: it was damaged from outside; "
                + "run `cases verify`, then restore a backup"
        case .notUTF8(let encoding):
            "the database keeps text as \(encoding); make one with encoding UTF8"
        case .foreignSchema(let name):
            "the schema \(name) was not made by this program; choose another workspace"
        case .foreignMigration(let object, .changed):
            "\(object) was applied with another text than this program carries; "
                + "use the program that made the workspace"
        case .foreignMigration(let object, .unknown):
            "\(object) was applied by a newer program; use that one"
        case .other(let state, let message):
            state.map { "\(message) (\($0.rawValue))" } ?? message
        }
    }
}
