import Casework
import HTTPTypes
import Pages

/// A page that is asked for, with its clocks.
struct PageRequest: Hashable, Sendable {
    let path: SitePath
    let format: PageFormat
    let clocks: ClockQuestion

    /// Reads an address below the root.
    ///
    /// - Throws: A refusal if there is no such page, or a parameter is not known.
    init(_ text: String, _ query: String?) throws(Refusal) {
        guard let named = SitePath.named(text) else {
            throw try PageRequest.refusal(of: text, query)
        }
        let names = named.path.parameters.map(\.key)
        let values = try QueryItems(query, known: PageRequest.clockNames.union(names))
        do { path = try named.path.taking { values[$0] } } catch { throw Refusal(error) }
        format = named.format
        clocks = ClockQuestion(
            asOf: values["as-of"], publishedBy: values["published-by"], knownAt: values["known-at"])
    }

    private static let clockNames: Set<String> = ["as-of", "published-by", "known-at"]

    /// Leads to the page if only the slash at the end of its address is missing, and from the folder of
    /// the cases to their list, which is the first page.
    private static func refusal(of text: String, _ query: String?) throws(Refusal) -> Refusal {
        if text == "cases/" || text == "cases" {
            return Refusal(
                .permanentRedirect, "the list of cases is the first page", hint: "",
                fields: [.location: "/" + (query.map { "?\($0)" } ?? "")])
        }
        guard SitePath.named(text + "/") != nil else {
            return Refusal(
                .notFound, "there is no such page", hint: "the first page lists all cases")
        }
        let query = query.map { "?\($0)" } ?? ""
        return Refusal(
            .permanentRedirect, "the address of the page ends with a slash", hint: "",
            fields: [.location: "/\(text)/\(query)"])
    }
}
