import CanonicalJSON
import CaseModel
import Casework
import EventLog
import Projections
import Wording

/// What was recorded last, for programs that follow a record: as Atom (RFC 4287) and as JSON Feed
/// (version 1.1).
///
/// Every event is an entry of its own, and so is every correction: an entry is never changed.
struct Feed {
    private let stream: StreamName?
    private let workspace: String
    private let entries: [Event]

    /// How many events a feed has.
    private static let length = 50

    /// The feed of a case, or of all cases.
    init(of stream: StreamName?, _ reader: CaseReader) async throws {
        self.stream = stream
        workspace = reader.log.workspace.name
        entries = try await reader.lastRecorded(Feed.length, in: stream)
    }

    private var id: String {
        "urn:uuid:" + EventID(name: "feed/\(workspace)/\(stream?.text ?? "")").text
    }

    private var title: String {
        stream.map { "Recorded in \($0.slug)" } ?? "Recorded in all cases"
    }

    private var subject: SitePath { stream.map { .stream($0) } ?? .cases }

    /// The feed for its template.
    func view(at place: Place) -> View {
        View([
            "id": id, "title": title, "author": workspace,
            // A feed without entries has no moment of its own.
            "updated": entries.first?.recordedAt.text ?? "1970-01-01T00:00:00Z",
            "address": Feed.link(from: place, to: subject),
            "entries": entries.map { event in
                View([
                    "id": "urn:uuid:" + event.id.text, "title": event.newsline,
                    "updated": event.recordedAt.text, "summary": Feed.summary(event),
                    "address": Feed.link(from: place, to: .event(event.reference)),
                ])
            },
        ])
    }

    /// The feed as JSON Feed.
    func json(at place: Place) -> JSONValue {
        [
            "version": "https://jsonfeed.org/version/1.1", "title": .string(title),
            "home_page_url": .string(Feed.link(from: place, to: subject)),
            "items": .array(
                entries.map { event in
                    [
                        "id": .string("urn:uuid:" + event.id.text),
                        "url": .string(Feed.link(from: place, to: .event(event.reference))),
                        "title": .string(event.newsline),
                        "content_text": .string(Feed.summary(event)),
                        "date_published": .string(event.recordedAt.text),
                    ]
                }),
        ]
    }

    /// A feed is a file beside its folder: one step less far down than a page.
    private static func link(from place: Place, to path: SitePath) -> String {
        let address = place.path.link(to: path).trimmingPrefix("../")
        return address.isEmpty ? "./" : String(address)
    }

    private static func summary(_ event: Event) -> String {
        let date = event.body.occurred.map { "\($0.phrase); " } ?? ""
        return "\(date)\(event.reference), event \(event.position), \(event.type.name)"
    }
}
