import CaseModel
import Casework
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Pages

/// The clock of recording as RFC 7089 has it: every page is its own TimeGate, a page with `known-at` is a
/// memento, and `/timemap/` lists the mementos of a page.
enum Memento {
    /// Where the lists of mementos begin.
    static let root = "/timemap/"

    /// The fields of a page: where its mementos are, and of when it is if it is one.
    static func fields(of request: PageRequest, recordedAt: Instant?) -> HTTPFields {
        let file = request.path.file(in: request.format)
        let address = "/" + (request.format == .html ? request.path.text : file)
        var fields = HTTPFields()
        fields[named: "link"] =
            "<\(address)>; rel=\"original timegate\", <\(root)\(address.dropFirst())>; "
            + "rel=\"timemap\"; type=\"application/link-format\""
        fields[named: "memento-datetime"] = recordedAt.flatMap { HTTPDate($0) }?.text
        return fields
    }

    /// Where a client is sent that asks for a page at a time; nil if it does not.
    ///
    /// - Throws: A refusal for a time that cannot be read.
    static func gate(_ request: Request, _ asked: PageRequest) throws(Refusal) -> Refusal? {
        guard let text = request.headers[named: "accept-datetime"], asked.clocks.knownAt == nil
        else { return nil }
        guard let date = HTTPDate(text) else {
            throw Refusal(
                .badRequest, "the time in Accept-Datetime cannot be read",
                hint: "write Wed, 02 Apr 2031 09:30:00 GMT")
        }
        let clocks = ClockQuestion(
            asOf: asked.clocks.asOf, publishedBy: asked.clocks.publishedBy, knownAt: date.end.text)
        let query = Query.text(asked.path.parameters.map { ($0.key, $0.value) } + clocks.items)
        var fields = fields(of: asked, recordedAt: nil)
        fields[.location] = request.uri.path + query
        fields[.vary] = "accept-datetime"
        return Refusal(
            .found, "the page at that time has another address", hint: "", fields: fields)
    }

    /// The mementos of a page (application/link-format, RFC 6690): one for each event that it was made
    /// from.
    static func timeMap(of asked: PageRequest, _ site: Site) async throws -> String {
        let moments = try await site.moments(of: asked.path)
        let address = "/" + asked.path.text
        let head = [
            "<\(address)>; rel=\"original timegate\"",
            "<\(root)\(asked.path.text)>; rel=\"self\"; type=\"application/link-format\"",
        ]
        let mementos = moments.compactMap { moment in
            HTTPDate(moment.recordedAt).map {
                "<\(address)?known-at=\(moment.position)>; rel=\"memento\"; datetime=\"\($0.text)\""
            }
        }
        return (head + mementos).joined(separator: ",\n") + "\n"
    }
}
