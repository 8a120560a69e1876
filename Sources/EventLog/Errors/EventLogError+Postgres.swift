import CaseModel
import Foundation
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
    /// The error of the log for any that came up from below: its own as it is, what the server or
    /// the connection reported by its code.
    package init(_ error: any Error) {
        switch error {
        case let error as EventLogError: self = error
        case let error as PostgresError: self.init(error)
        default: self = .other(nil, message: "\(error)")
        }
    }

    /// The error of the log for what the server or the connection reported.
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

    /// The DETAIL of a refusal by one of our own functions, which is an object of JSON.
    private static func detail<Refusal: Decodable>(
        _ report: ServerReport, _: Refusal.Type
    ) -> Refusal? {
        report[field: .detail].flatMap {
            try? JSONDecoder().decode(Refusal.self, from: Data($0.utf8))
        }
    }

    /// The functions of the workspace refuse in another form than those that this program carries.
    private static let outdated = EventLogError.noWorkspace(
        "its functions are of another version than this program")
}

/// What `refuse_version` puts into DETAIL.
private struct VersionRefusal: Decodable {
    let stream: String
    let actual: Int64
    let expected: Int64

    var error: EventLogError {
        StreamName(stream).map { .versionConflict($0, expected: expected, actual: actual) }
            ?? .other(.versionConflict, message: "a stream is at another version")
    }
}

/// What `refuse_clash` puts into DETAIL.
private struct IDRefusal: Decodable {
    let event: UUID

    var error: EventLogError { .idConflict(EventID(event)) }
}

extension SQLState {
    /// Whether it is a refusal by the log itself, which has looked first whether the events are there.
    var isVerdictOfTheLog: Bool { errorClass == "LG" }

    /// Whether the same append may succeed later: 23505 on a position that another append took
    /// while the workspace was moved to another server, a lock not given in time, and all that the
    /// connection knows to pass.
    var passes: Bool {
        [.uniqueViolation, .lockNotAvailable].contains(self)
            || isPassing
    }
}
