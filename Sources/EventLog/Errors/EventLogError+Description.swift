import CaseModel
import Postgres

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
