import CaseModel
import Casework
import EventLog
import HTTPTypes
import HummingbirdCore

/// What a request asks to be recorded.
struct RecordingRequest: Sendable {
    /// What is sent in its body.
    enum Subject: Sendable {
        /// One event as a JSON object, written like a line of an import.
        ///
        /// No reference: its address names no event that there can be.
        case event(EventReference?)
        /// Many events as JSON Lines, all or nothing.
        case lines
    }

    let subject: Subject
    /// The secret of its token.
    let secret: String
    /// The expected version of the event's stream; nil for any.
    let expectedVersion: Int64?

    /// Reads a request; nil if its method only reads.
    ///
    /// - Throws: A refusal if its address takes no such method, or a field cannot be read.
    init?(_ request: Request) throws(Refusal) {
        let (path, method) = (request.uri.path, request.method)
        let subject = RecordingRequest.subject(at: path)
        if method == .get || method == .head {
            if case .lines = subject { throw RecordingRequest.notAllowed(path, "POST") }
            return nil
        }
        guard let subject else { throw RecordingRequest.notAllowed(path, "GET, HEAD") }
        guard method == subject.method else {
            throw RecordingRequest.notAllowed(path, subject.methods)
        }
        // Before the body and its fields, so that a client without a token learns nothing of them.
        secret = try RecordingRequest.secret(in: request.headers)
        try RecordingRequest.check(request, subject)
        self.subject = subject
        expectedVersion = try RecordingRequest.version(request.headers[.ifMatch], subject)
    }

    /// What an address takes; nil if it takes nothing.
    private static func subject(at path: String) -> Subject? {
        guard path.hasPrefix(OpenAPI.root + "/") else { return nil }
        let parts = path.dropFirst(OpenAPI.root.count + 1)
            .split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("imports", 1): return .lines
        case ("events", 2): return .event(EventID(parts[1]).map { .id($0) })
        case ("cases", 4) where parts[2] == "events":
            guard let slug = Slug(parts[1]), let key = Slug(parts[3]) else { return .event(nil) }
            return .event(.keyed(StreamName(.case, slug), key))
        default: return nil
        }
    }

    /// The secret of a bearer token (RFC 6750, section 2.1).
    private static func secret(in headers: HTTPFields) throws(Refusal) -> String {
        let words = (headers[.authorization] ?? "").split(separator: " ")
        guard words.count == 2, words[0].lowercased() == "bearer" else {
            throw .unauthorized("recording needs a token", error: nil)
        }
        return String(words[1])
    }

    private static func check(_ request: Request, _ subject: Subject) throws(Refusal) {
        guard request.uri.query == nil else {
            throw Refusal(
                .badRequest, "a request to record has no query", hint: "leave it out",
                fields: [.connection: "close"])
        }
        guard request.headers[.contentEncoding] == nil else {
            throw Refusal(
                .unsupportedMediaType, "the body is encoded", hint: "send it as it is",
                fields: [.connection: "close"])
        }
        guard request.headers[.ifNoneMatch] == nil else {
            throw Refusal(
                .badRequest, "If-None-Match is not taken here",
                hint: "leave it out: what is recorded already is recognised",
                fields: [.connection: "close"])
        }
        let type = request.headers[.contentType]?.split(separator: ";").first?.lowercased() ?? ""
        guard subject.mediaTypes.contains(type) else {
            throw Refusal(
                .unsupportedMediaType, "the body is not of a type that is taken here",
                hint: "send Content-Type: \(subject.mediaTypes[0])", fields: [.connection: "close"])
        }
    }

    private static func version(_ text: String?, _ subject: Subject) throws(Refusal) -> Int64? {
        guard let text else { return nil }
        guard case .event = subject, text.count > 2, text.first == "\"", text.last == "\"",
            let version = Int64(text.dropFirst().dropLast()), version >= 0
        else {
            throw Refusal(
                .badRequest, "If-Match names no version of a stream",
                hint: "write If-Match: \"7\" with PUT, or leave it out",
                fields: [.connection: "close"])
        }
        return version
    }

    private static func notAllowed(_ path: String, _ methods: String) -> Refusal {
        Refusal(
            .methodNotAllowed, "\(path) does not take that method", hint: "use \(methods)",
            fields: [.allow: methods, .connection: "close"])
    }
}

extension RecordingRequest.Subject {
    var method: HTTPRequest.Method {
        switch self {
        case .event: .put
        case .lines: .post
        }
    }

    /// All methods of its address.
    fileprivate var methods: String {
        switch self {
        case .event: "GET, HEAD, PUT"
        case .lines: "POST"
        }
    }

    /// The scope that a token must have.
    var scope: AccessToken.Scope {
        switch self {
        case .event: .append
        case .lines: .import
        }
    }

    /// The media types of its body; there is no registered one for JSON Lines.
    var mediaTypes: [String] {
        switch self {
        case .event: ["application/json"]
        case .lines: ["application/jsonl", "application/x-ndjson"]
        }
    }

    /// What to do if recording takes too long.
    var hint: String {
        switch self {
        case .event: "it may be recorded nevertheless; send the same again"
        case .lines: "they may be recorded nevertheless; send the same again, or less at a time"
        }
    }

    /// How many bytes the body has at most.
    var mostBytes: Int {
        switch self {
        case .event: 1 << 20
        case .lines: 16 << 20
        }
    }
}
