import CaseModel
import Foundation
package import Postgres

extension SQLState {
    /// Raised by `append`: a stream is not at the expected version.
    package static let versionConflict: SQLState = "LG001"
    /// Raised by `append`: an id or key already belongs to an event with other content.
    package static let idConflict: SQLState = "LG002"
    /// Raised by the check of `event` and by `append`: the log does not accept the event.
    package static let malformedEvent: SQLState = "LG003"
    /// Raised by the triggers: recorded rows cannot be changed.
    package static let immutableRecord: SQLState = "LG004"
}

extension EventLogError {
    /// Maps any error: an error of the log is kept, an error of the server or connection is mapped
    /// by its code.
    package init(_ error: any Error) {
        switch error {
        case let error as EventLogError: self = error
        case let error as PostgresError: self.init(error)
        default: self = .other(nil, message: "\(error)")
        }
    }

    /// Maps an error of the server or connection.
    package init(_ error: PostgresError) {
        switch error {
        case .server(let report):
            self = Self.refusal(report)
        case .unreachable(let message, _, let passes):
            self = .unreachable(message, passes: passes)
        case .lost, .timeout, .cancelled:
            self = .tryAgain(error.description, nil)
        case .decoding, .usage:
            self = .other(nil, message: error.description)
        }
    }

    private static func refusal(_ report: ServerReport) -> EventLogError {
        let message = report.message
        return switch report.state {
        case .versionConflict: detail(report, VersionRefusal.self).map(\.error) ?? .outdated
        case .idConflict: detail(report, IDRefusal.self).map(\.error) ?? .outdated
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
        case let state: .other(state, message: message)
        }
    }

    /// Decodes the DETAIL of an error that one of our own functions raised: a JSON object.
    private static func detail<Refusal: Decodable>(
        _ report: ServerReport, _: Refusal.Type
    ) -> Refusal? {
        report[field: .detail].flatMap {
            try? JSONDecoder().decode(Refusal.self, from: Data($0.utf8))
        }
    }

    /// The functions of the workspace report errors in another format than those in this program.
    private static let outdated = EventLogError.noWorkspace(
        "its functions are of another version than this program")
}

/// The DETAIL that `refuse_version` raises.
private struct VersionRefusal: Decodable {
    let stream: String
    let actual: Int64
    let expected: Int64

    var error: EventLogError {
        StreamName(stream).map { .versionConflict($0, expected: expected, actual: actual) }
            ?? .other(.versionConflict, message: "a stream is at another version")
    }
}

/// The DETAIL that `refuse_clash` raises.
private struct IDRefusal: Decodable {
    let event: UUID

    var error: EventLogError { .idConflict(EventID(event)) }
}

extension SQLState {
    /// Whether the log itself refused the events, which it does only after it has looked for
    /// duplicates.
    var isVerdictOfTheLog: Bool { errorClass == "LG" }

    /// Whether the same may succeed later: 23505 on a position that another append took
    /// while the workspace was moved to another server, a lock that was not available in time, a
    /// schema that a concurrent migration has created, and every failure that the connection
    /// considers transient.
    var passes: Bool {
        [.uniqueViolation, .lockNotAvailable, .duplicateSchema].contains(self) || isPassing
    }
}
