package import CaseModel

/// What a page of the site shows; every page has an address below the root of the site.
package enum SitePath: Hashable, Sendable {
    case cases, measures, actors, sources
    /// A case, an actor, a source or a measure.
    case stream(StreamName)
    /// The chain of responses that a case belongs to.
    case chain(Slug)
    /// An event, by its key or number.
    case event(EventReference)
    /// The style sheet.
    case style

    /// Its address, relative to the root: a folder for a page, a file for the style sheet.
    package var text: String {
        switch self {
        case .cases: ""
        case .measures: "measures/"
        case .actors: "actors/"
        case .sources: "sources/"
        case .stream(let stream): stream.folder
        case .chain(let slug): StreamName(.case, slug).folder + "chain/"
        case .event(.keyed(let stream, let key)): stream.folder + "events/\(key)/"
        // A key has no capitals, so that no number is taken for one.
        case .event(.numbered(let stream, let version)): stream.folder + "events/N\(version)/"
        case .event(.id(let id)): "events/\(id.text)/"
        case .style: "style.css"
        }
    }

    /// The file that a web host serves for it.
    package var file: String { self == .style ? text : text + "index.html" }

    /// The file with the same answer in JSON; nil if there is none.
    package var jsonFile: String? {
        guard self != .style else { return nil }
        return (text.isEmpty ? "cases" : String(text.dropLast())) + ".json"
    }

    /// The address of another page as seen from this one, so that the site works in any folder.
    package func link(to other: SitePath) -> String { link(to: other.text) }

    /// The address of a file of the site as seen from this page.
    package func link(to file: String) -> String {
        let up = String(repeating: "../", count: text.count { $0 == "/" })
        return up.isEmpty && file.isEmpty ? "./" : up + file
    }
}

extension StreamName {
    fileprivate var folder: String { "\(kind.rawValue)s/\(slug)/" }
}
