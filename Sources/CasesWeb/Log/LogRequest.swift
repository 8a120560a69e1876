import CanonicalJSON
import Casework
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import Pages
import Wording

/// The log as JSON Lines, from a position on.
struct LogRequest: Sendable {
    private let after: Int64
    private let limit: Int64

    static let parameters = [
        Parameter("after", "Begin after this position; 0 if it is not given.", example: "100"),
        Parameter("limit", "The most events; all if it is not given.", example: "50"),
    ]

    /// Reads a query.
    ///
    /// - Throws: A refusal for a parameter that is not known or no number.
    init(_ query: String?) throws(Refusal) {
        let items = try QueryItems(query, known: Set(LogRequest.parameters.map(\.name)))
        after = try LogRequest.number("after", items, from: 0) ?? 0
        limit = try LogRequest.number("limit", items, from: 1) ?? .max
    }

    private static func number(
        _ name: String, _ items: QueryItems, from least: Int64
    ) throws(Refusal) -> Int64? {
        guard let text = items[name] else { return nil }
        guard let number = Int64(text), number >= least else {
            throw Refusal(
                .badRequest, "\(name) is not a number from \(least)", hint: "write \(name)=\(least)"
            )
        }
        return number
    }

    /// The answer, read and sent a window at a time: a slow client holds no session.
    ///
    /// An event that cannot be exported breaks the answer off, so that it is not taken for complete.
    func response(_ sites: SitePool) async throws -> Response {
        let head = try await sites.use { try await $0.head() }
        guard after <= head else { throw Refusal.beyondEnd(head) }
        let last = min(head, after + min(limit, head - after))
        let windows = LogWindows(after: after, through: last)
        var fields = HTTPFields.protecting
        fields[.contentType] = "application/jsonl"
        fields[.cacheControl] = "no-store"
        if last < head {
            fields[named: "link"] =
                "<\(OpenAPI.root)/log?after=\(last)&limit=\(limit)>; rel=\"next\""
        }
        let body = ResponseBody { writer in
            for window in windows {
                let lines = try await sites.use { site in
                    try await site.record.export(at: window).map(\.json.line)
                }
                try await writer.write(
                    ByteBuffer(string: lines.map { $0 + "\n" }.joined()))
            }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: fields, body: body)
    }
}
