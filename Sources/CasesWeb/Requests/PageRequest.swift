import Casework
import HTTPTypes
import HummingbirdCore
import Pages

/// The form of an answer.
enum RequestedFormat: Hashable, Sendable {
    case html, json

    /// The form that the address of a request asks for.
    init(of path: String) { self = path.hasSuffix(".json") ? .json : .html }
}

/// A page that is asked for, with its clocks.
struct PageRequest: Hashable, Sendable {
    let path: SitePath
    let format: RequestedFormat
    let clocks: ClockQuestion

    /// Reads the address of a request.
    ///
    /// - Throws: A refusal if there is no such page, or a parameter is not known.
    init(_ uri: URI) throws(Refusal) {
        let text = String(uri.path.dropFirst())
        format = RequestedFormat(of: text)
        clocks = try PageRequest.clocks(uri.query)
        if let path = format == .json ? SitePath(jsonFile: text) : SitePath(text) {
            self.path = path
        } else if SitePath(text + "/") != nil {
            throw Refusal(
                .permanentRedirect, "the address of the page ends with a slash", hint: "",
                fields: [.location: "/\(text)/" + clocks.query])
        } else {
            throw Refusal(
                .notFound, "there is no such page", hint: "the first page lists all cases")
        }
    }

    private static func clocks(_ query: String?) throws(Refusal) -> ClockQuestion {
        let values = try QueryItems(query, known: ["as-of", "published-by", "known-at"])
        return ClockQuestion(
            asOf: values["as-of"], publishedBy: values["published-by"], knownAt: values["known-at"])
    }
}
