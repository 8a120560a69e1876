import CanonicalJSON
import Casework
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import Pages

/// Answers every request: what is not asked for in a way that is known here is refused.
struct Responder: HTTPResponder {
    typealias Context = ClientContext

    let answers: RecordAnswers
    let recording: RecordingAnswers
    let sites: SitePool
    let followed: FollowedLog
    let hosts: HostCheck
    let rates: RateLimit
    /// Whether a proxy names the clients.
    let isBehindProxy: Bool
    let failures: FailurePages

    /// How long an answer may take.
    private static let deadline = Duration.seconds(30)

    func respond(to request: Request, context: Context) async throws -> Response {
        do {
            try hosts.check(request.head.authority)
            let client = context.client(of: request, isBehindProxy: isBehindProxy)
            guard rates.allows(client) else { throw Responder.tooMany }
            if let asked = try RecordingRequest(request) {
                return try await within(Responder.deadline, hint: asked.subject.hint) {
                    try await recording.answer(to: asked, request)
                }.response(to: request)
            }
            try Responder.checkBody(of: request)
            return try await response(to: request)
        } catch let refusal as Refusal {
            return failure(refusal, of: request).response(to: request)
        } catch {
            let failure = CaseworkError(mapping: error) ?? .lost
            return self.failure(Refusal(failure), of: request).response(to: request)
        }
    }

    private static let askForLess = "ask for less, or run the command of the same name"

    private static let tooMany = Refusal(
        .tooManyRequests, "too many requests", hint: "wait a second",
        fields: [.retryAfter: "1"])

    private func response(to request: Request) async throws -> Response {
        let (uri, target) = (request.uri, request.uri.string)
        if uri.path.hasPrefix(Memento.root) {
            let asked = try PageRequest(String(uri.path.dropFirst(Memento.root.count)), uri.query)
            return try await within(Responder.deadline, hint: Responder.askForLess) {
                try await answers.timeMap(of: asked, at: target)
            }.response(to: request)
        }
        guard uri.path == OpenAPI.root || uri.path.hasPrefix(OpenAPI.root + "/") else {
            let asked = try PageRequest(String(uri.path.dropFirst()), uri.query)
            if let other = try Memento.gate(request, asked) { throw other }
            return try await within(Responder.deadline, hint: Responder.askForLess) {
                try await answers.answer(to: asked, at: target)
            }.response(to: request)
        }
        return try await response(
            to: request, of: String(uri.path.dropFirst(OpenAPI.root.count)), at: target)
    }

    /// The answer of the API at an address below its own.
    private func response(
        to request: Request, of path: String, at target: String
    ) async throws -> Response {
        switch path {
        case "", "/":
            throw Refusal(
                .temporaryRedirect, "the description of the API lists its addresses", hint: "",
                fields: [.location: "\(OpenAPI.root)/openapi.json"])
        case "/openapi.json":
            return Answer(
                type: PageFormat.json.mediaType, body: OpenAPI.document.canonicalBytes(),
                version: Site.version
            ).response(to: request)
        case "/log":
            try Responder.requireGet(request)
            return try await LogRequest(request.uri.query).response(sites)
        case "/follow":
            try Responder.requireGet(request)
            return try await FollowRequest(request).response(to: request, followed)
        default:
            let asked = try APIRequest(path, request.uri.query)
            return try await within(Responder.deadline, hint: Responder.askForLess) {
                try await answers.answer(to: asked, at: target)
            }.response(to: request)
        }
    }

    private static func requireGet(_ request: Request) throws(Refusal) {
        guard request.method == .get else {
            throw Refusal(
                .methodNotAllowed, "the log is only sent whole", hint: "use GET",
                fields: [.allow: "GET"])
        }
    }

    private static func checkBody(of request: Request) throws(Refusal) {
        let length = request.headers[.contentLength].flatMap(Int64.init) ?? 0
        guard length == 0, request.headers[.transferEncoding] == nil else {
            throw Refusal(
                .contentTooLarge, "a request to read has no body", hint: "leave out the body",
                fields: [.connection: "close"])
        }
    }

    private func failure(
        _ refusal: Refusal, of request: Request
    ) -> Answer {
        if refusal.status.kind == .serverError {
            Logger.current.error("\(refusal.status.code): \(refusal.message)")
        }
        // A program asks for a file, a person for a page.
        let path = request.uri.path
        guard !path.hasSuffix(".json"), !path.hasPrefix(OpenAPI.root) else {
            return refusal.problem
        }
        let text = failures.page(
            at: request.uri.path, title: refusal.title, message: refusal.message,
            hint: refusal.hint)
        return Answer(
            status: refusal.status, type: PageFormat.html.mediaType, body: Array(text.utf8),
            fields: refusal.fields)
    }
}

extension CaseworkError {
    /// The error for a failure of another kind than those of the use cases.
    fileprivate static var lost: CaseworkError {
        CaseworkError(.internal, "the answer could not be made", hint: "ask again")
    }
}
