import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// The log as server-sent events (HTML, section 9.2): each event as it is recorded, with its position
/// as id, so that a client that was cut off resumes behind the last one that it has.
struct FollowRequest: Sendable {
    /// The position to begin after; nil for the end of the log.
    private let after: Int64?

    static let parameters = [
        Parameter(
            "after", "Begin after this position; the log's end if it is not given.", example: "100")
    ]

    /// Reads a query and the field `Last-Event-ID`, which a client that resumes adds.
    ///
    /// - Throws: A refusal for a parameter that is not known, or no position.
    init(_ request: Request) throws(Refusal) {
        let items = try QueryItems(
            request.uri.query, known: Set(FollowRequest.parameters.map(\.name)))
        guard let text = request.headers[named: "last-event-id"] ?? items["after"] else {
            after = nil
            return
        }
        guard let position = Int64(text), position >= 0 else {
            throw Refusal(
                .badRequest, "there is no such position to begin after", hint: "write after=0")
        }
        after = position
    }

    /// The answer, which goes on until the client or the server ends it.
    func response(to request: Request, _ log: FollowedLog) async throws -> Response {
        // An end that is a second old may be before an event that the client has seen already.
        let end = try await log.endNow()
        let start = after ?? end
        guard start <= end else { throw Refusal.beyondEnd(end) }
        let place = try log.takePlace()
        var fields = HTTPFields.protecting
        fields[.contentType] = "text/event-stream"
        fields[.cacheControl] = "no-store"
        let body = ResponseBody { writer in
            _ = place
            // A client that leaves ends this, though nothing is recorded that could not be sent.
            try await request.body.consumeWithCancellationOnInboundClose { _ in
                try await writer.send(log, after: start)
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: fields, body: body)
    }
}

extension Refusal {
    /// The refusal of a position behind the end of the log: nothing could tell what was recorded at the
    /// positions in between.
    static func beyondEnd(_ end: Int64) -> Refusal {
        Refusal(
            .conflict, "the log ends at \(end), before the position to begin after",
            hint: "it was restored or rewritten, or this is a standby that lags behind")
    }
}

extension ResponseBodyWriter {
    /// Sends what is recorded after a position, until the task is cancelled or the server stops.
    fileprivate mutating func send(_ log: FollowedLog, after start: Int64) async throws {
        var (position, silence) = (start, 0)
        try await write(ByteBuffer(string: ": after \(start)\n\n"))
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            for window in LogWindows(after: position, through: try await log.end()) {
                try await write(ByteBuffer(string: try await log.messages(at: window)))
                (position, silence) = (window.upperBound, 0)
            }
            silence += 1
            // A proxy ends what is silent for long.
            if silence % 10 == 0 { try await write(ByteBuffer(string: ":\n\n")) }
            try await Task.sleep(for: .seconds(1))
        }
    }
}
