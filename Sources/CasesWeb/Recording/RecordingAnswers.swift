import CanonicalJSON
import CaseModel
import Casework
import EventLog
import HTTPTypes
import HummingbirdCore
import NIOCore
import Pages

/// Records what requests with a token send.
struct RecordingAnswers: Sendable {
    private let session: RecordingSession

    init(_ session: RecordingSession) { self.session = session }

    /// Records the body of a request, and answers with its place in the log.
    ///
    /// - Throws: A refusal if the token does not allow it or the body is too long, or an error if
    ///   the events cannot be recorded.
    func answer(to asked: RecordingRequest, _ request: Request) async throws -> Answer {
        let record = try await session.record()
        guard let token = try await record.tokens.token(with: asked.secret) else {
            throw Refusal.unauthorized("the token is not valid", error: "invalid_token")
        }
        guard token.scopes.contains(asked.subject.scope) else {
            throw Refusal(
                .forbidden, "the token does not allow this",
                hint: "use one with the scope \(asked.subject.scope.rawValue)",
                fields: [.wwwAuthenticate: bearer("insufficient_scope"), .connection: "close"])
        }
        let body = try await RecordingAnswers.body(of: request, asked.subject)
        let recorder = record.recorder
        let recording: Recording
        switch asked.subject {
        case .event(nil): throw Refusal.noSuchName
        case .event(let reference?):
            recording = try await recorder.record(
                document: body, as: reference, by: token.name.text,
                expecting: asked.expectedVersion)
        case .lines: recording = try await recorder.record(lines: body, by: token.name.text)
        }
        return Answer(
            status: recording.newCount > 0 ? .created : .ok, type: PageFormat.json.mediaType,
            body: recording.json.canonicalBytes() + [UInt8(ascii: "\n")])
    }

    private static func body(
        of request: Request, _ subject: RecordingRequest.Subject
    ) async throws -> [UInt8] {
        do {
            let buffer = try await request.body.collect(upTo: subject.mostBytes)
            return Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            throw Refusal(
                .contentTooLarge, "the body has more than \(subject.mostBytes) bytes",
                hint: "send less at a time", fields: [.connection: "close"])
        }
    }
}

/// The session that events are recorded with.
///
/// All requests share it, so that appends which wait for one another are committed together.
actor RecordingSession {
    private let open: @Sendable () async throws -> CaseRecord
    private var opening: Task<CaseRecord, any Error>?

    /// A session that is opened when it is first needed.
    init(_ open: @escaping @Sendable () async throws -> CaseRecord) { self.open = open }

    /// The record, opened for writing.
    func record() async throws -> CaseRecord {
        let task = opening ?? Task { try await open() }
        opening = task
        do { return try await task.value } catch {
            if opening == task { opening = nil }
            throw error
        }
    }
}

extension Refusal {
    /// The refusal of an address that names no event.
    fileprivate static let noSuchName = Refusal(
        .badRequest, "an event cannot have that name",
        hint: "its id is a UUID, its key a word of small letters, digits and hyphens")

    /// The refusal of a request without a valid token (RFC 6750, section 3).
    static func unauthorized(_ message: String, error: String?) -> Refusal {
        Refusal(
            .unauthorized, message, hint: "send Authorization: Bearer TOKEN; cases token makes one",
            fields: [.wwwAuthenticate: bearer(error), .connection: "close"])
    }
}

private func bearer(_ error: String?) -> String {
    "Bearer realm=\"cases\"" + (error.map { ", error=\"\($0)\"" } ?? "")
}
