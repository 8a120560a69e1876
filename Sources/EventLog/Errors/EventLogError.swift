package import CaseModel
package import Postgres

/// Why the log could not do what it was asked.
package enum EventLogError: Error, Hashable {
    /// A stream is not at the version that the caller expects; nothing was recorded.
    case versionConflict(StreamName, expected: Int64, actual: Int64)
    /// The id, or the key in its stream, stands for an event with other content; nothing was
    /// recorded.
    case idConflict(EventID)
    /// An event is not what the log takes; nothing was recorded.
    case malformed(String)
    /// The workspace is not there, or was made by an older program.
    case noWorkspace(String)
    /// The role that is logged in may not do this.
    case notPermitted(String)
    /// The server cannot be reached; where `passes`, a later attempt may succeed.
    case unreachable(String, passes: Bool)
    /// There is no space left on the server's disk; what was sent may have been recorded where the
    /// server broke down over it.
    case diskFull(String)
    /// A connection pooler stands before the server, and works in a mode that cannot be used.
    case pooled(String)
    /// The attempt failed for a reason that passes, with what an append left; nil where nothing was to
    /// be recorded.
    case tryAgain(String, Outcome?)
    /// A position is missing below the head: the log was damaged from outside.
    case gap(position: Int64)
    /// The database keeps text in another encoding than UTF-8.
    case notUTF8(encoding: String)
    /// The schema is there already, and this program did not make it.
    case foreignSchema(String)
    /// What is installed in the workspace is not what this program can migrate.
    case foreignMigration(object: String, Reason)
    /// Any other refusal of the server, or an answer that cannot be read.
    case other(SQLState?, message: String)

    /// What an append that failed left in the log.
    package enum Outcome: Hashable, Sendable {
        /// Nothing was recorded.
        case nothing
        /// The events may have been recorded: the same call with the same ids finds out.
        case unknown
    }

    /// What is wrong with a migration that is recorded in the workspace.
    package enum Reason: Hashable, Sendable {
        /// Its text is another than this program carries.
        case changed
        /// This program does not carry it: the workspace belongs to a newer one.
        case unknown
    }
}

/// Runs `body`, and makes whatever it throws an error of the log.
package func mapped<Answer>(
    _ body: () throws -> Answer
) throws(EventLogError) -> Answer {
    do { return try body() } catch { throw EventLogError(error) }
}

/// Runs `body`, and makes whatever it throws an error of the log.
package func mapped<Answer>(
    isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Answer
) async throws(EventLogError) -> Answer {
    do { return try await body() } catch { throw EventLogError(error) }
}

extension EventLogError: CustomStringConvertible {
    /// One line for a person: the thing, the place, the remedy; never an event's content.
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
