package import CaseModel
package import Casework

/// What a page of the site shows; every page has an address below the root of the site.
package enum SitePath: Hashable, Sendable {
    case cases, measures, due, actors, sources
    /// A case, an actor, a source or a measure.
    case stream(StreamName)
    /// A part of the events of a long case, by its number from 1.
    case part(Slug, Int)
    /// The chain of responses that a case belongs to.
    case chain(Slug)
    /// The cases that have some facets.
    case narrowed(CaseFacets)
    /// What contradicts something, in a case or in all cases.
    case conflicts(Slug?)
    /// The hands that goods went through, in a case or with an actor.
    case flow(StreamName)
    /// An event, by its key or number.
    case event(EventReference)
    /// The events that have some words.
    case search(String)
    /// What a value of a case rests on, by the name of the field.
    case why(Slug, String)
    /// What changed in a case between two instants.
    case changes(Slug, ChangeSpan)
    /// The events in the order of recording, those before a position; the last ones if it is empty.
    case log(String)
    /// The read models, with how far each has got.
    case readModels
    /// What was recorded last, in a case or in all cases, for programs that follow it.
    case feed(StreamName?)
    /// The style sheet.
    case style

    /// Its address, relative to the root: a folder for a page, a file for the style sheet.
    package var text: String {
        switch self {
        case .cases, .narrowed: ""
        case .measures: "measures/"
        case .due: "due/"
        case .actors: "actors/"
        case .sources: "sources/"
        case .stream(let stream): stream.folder
        case .part(let slug, let number): StreamName(.case, slug).folder + "parts/\(number)/"
        case .chain(let slug): StreamName(.case, slug).folder + "chain/"
        case .event(.keyed(let stream, let key)): stream.folder + "events/\(key)/"
        case .conflicts(let slug):
            (slug.map { StreamName(.case, $0).folder } ?? "") + "conflicts/"
        case .flow(let stream): stream.folder + "flow/"
        // A key has no capitals, so that no number is taken for one.
        case .event(.numbered(let stream, let version)): stream.folder + "events/N\(version)/"
        case .event(.id(let id)): "events/\(id.text)/"
        case .search: "search/"
        case .log: "log/"
        case .readModels: "read-models/"
        case .why(let slug, _): StreamName(.case, slug).folder + "why/"
        case .changes(let slug, _): StreamName(.case, slug).folder + "changes/"
        case .feed(let stream): (stream?.folder ?? "") + "feed/"
        case .style: "style.css"
        }
    }

    /// The address of another page as seen from this one, so that the site works in any folder.
    package func link(to other: SitePath) -> String { link(to: other.text) }

    /// The address of the page as seen from itself.
    var here: String {
        text.split(separator: "/").last.map { "../\($0)/" } ?? "./"
    }

    /// The address of a file of the site as seen from this page.
    package func link(to file: String) -> String {
        let up = up
        return up.isEmpty && file.isEmpty ? "./" : up + file
    }

    /// What leads from the page to the root of the site; empty at the root.
    var up: String { String(repeating: "../", count: text.utf8.count { $0 == UInt8(ascii: "/") }) }
}

extension SitePath {
    /// The page at an address below the root, as `text` gives it; nil if there is no such page.
    package init?(_ text: String) {
        let fixed = SitePath.fixed + [.search(""), .log(""), .readModels]
        guard let path = fixed.first(where: { $0.text == text }) ?? SitePath(below: text) else {
            return nil
        }
        self = path
    }

    /// The pages that every site has.
    static let fixed: [SitePath] = [
        .cases, .measures, .due, .actors, .sources, .conflicts(nil), .feed(nil), .style,
    ]

    /// The page of a stream or event.
    private init?(below text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count == 3, parts[0] == "events", parts[2].isEmpty {
            guard let id = EventID(parts[1]) else { return nil }
            self = .event(.id(id))
        } else if parts.count >= 3, parts.last == "", let stream = StreamName(folder: parts) {
            self.init(of: stream, parts[2..<(parts.count - 1)].map(\.self))
        } else {
            return nil
        }
    }

    private init?(of stream: StreamName, _ rest: [String]) {
        switch (rest.first, rest.count) {
        case (nil, _): self = .stream(stream)
        case ("chain", 1) where stream.kind == .case: self = .chain(stream.slug)
        case ("why", 1) where stream.kind == .case: self = .why(stream.slug, "")
        case ("changes", 1) where stream.kind == .case: self = .changes(stream.slug, ChangeSpan())
        case ("conflicts", 1) where stream.kind == .case: self = .conflicts(stream.slug)
        case ("flow", 1) where [.case, .actor].contains(stream.kind): self = .flow(stream)
        case ("feed", 1) where stream.kind == .case: self = .feed(stream)
        case ("parts", 2) where stream.kind == .case:
            guard let number = Int(rest[1]), number > 0, "\(number)" == rest[1] else { return nil }
            self = .part(stream.slug, number)
        case ("events", 2): self.init(event: rest[1], of: stream)
        default: return nil
        }
    }

    private init?(event name: String, of stream: StreamName) {
        if let key = Slug(name) {
            self = .event(.keyed(stream, key))
        } else if name.first == "N", let version = Int64(name.dropFirst()), version > 0,
            "N\(version)" == name
        {
            self = .event(.numbered(stream, version))
        } else {
            return nil
        }
    }
}

extension StreamName {
    /// The stream of an address that begins with its folder.
    fileprivate init?(folder parts: [String]) {
        guard parts[0].hasSuffix("s"), let kind = Kind(rawValue: String(parts[0].dropLast())),
            let slug = Slug(parts[1])
        else { return nil }
        self.init(kind, slug)
    }

    fileprivate var folder: String { "\(kind.rawValue)s/\(slug)/" }
}
