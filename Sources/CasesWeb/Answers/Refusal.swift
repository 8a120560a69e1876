import CanonicalJSON
import Casework
import HTTPTypes

/// Why a request gets no page: a status, and words for people and programs.
struct Refusal: Error, Sendable {
    let status: HTTPResponse.Status
    /// The kind of failure, as the commands name it; nil for one of HTTP alone.
    let code: CaseworkError.Code?
    let message: String
    let hint: String
    let fields: HTTPFields
    /// What is wrong with a body that was sent, place by place.
    let faults: [LocatedFault]

    /// A refusal that HTTP alone explains.
    init(
        _ status: HTTPResponse.Status, _ message: String, hint: String, fields: HTTPFields = [:]
    ) {
        (self.status, self.message, self.hint) = (status, message, hint)
        (code, self.fields, faults) = (nil, fields, [])
    }

    /// The failure of a use case.
    init(_ failure: CaseworkError) {
        status = failure.code.status
        code = failure.code
        message = failure.message
        // A hint that names a command is of no use here, and options are parameters.
        hint = failure.hint.hasPrefix("cases ") ? "" : failure.hint.replacing("--", with: "")
        faults = failure.faults
        fields = status == .serviceUnavailable ? [.retryAfter: "5"] : [:]
    }

    /// How many faults are listed; the detail says how many there are.
    private static let mostFaults = 100

    /// The status in words.
    var title: String { "\(status.code) \(status.reasonPhrase)" }

    /// The refusal as a problem (RFC 9457).
    var problem: Answer {
        let body: JSONValue = [
            "type": "about:blank", "title": .string(status.reasonPhrase),
            "status": .integer(Int64(status.code)), "detail": .string(message),
            "hint": .string(hint), "code": code.map { .string($0.rawValue) } ?? .null,
            "faults": .array(faults.prefix(Refusal.mostFaults).map(\.json)),
        ]
        return Answer(
            status: status, type: "application/problem+json", body: body.canonicalBytes(),
            fields: fields)
    }
}

extension CaseworkError.Code {
    /// The status of an answer that fails so.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .usage, .badJSON: .badRequest
        case .badReference, .badEvent: .unprocessableContent
        case .idConflict, .notConsistent: .conflict
        case .versionConflict: .preconditionFailed
        case .notFound: .notFound
        case .notPermitted: .forbidden
        case .unreachable, .tryAgain: .serviceUnavailable
        case .unreadable, .cannotWrite, .internal: .internalServerError
        }
    }
}
