import CaseModel

/// The form of a page: each is a file of its own.
package enum PageFormat: String, Hashable, Sendable {
    case html, json, css, csv, svg, dot, ics, atom

    /// Its media type.
    package var mediaType: String {
        switch self {
        case .html: "text/html; charset=utf-8"
        case .json: "application/json"
        case .css: "text/css; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .svg: "image/svg+xml"
        case .dot: "text/vnd.graphviz; charset=utf-8"
        case .ics: "text/calendar; charset=utf-8"
        case .atom: "application/atom+xml"
        }
    }

    /// Its name for people.
    var name: String {
        switch self {
        case .html: "page"
        case .json: "JSON"
        case .css: "style sheet"
        case .csv: "CSV"
        case .svg: "SVG"
        case .dot: "DOT"
        case .ics: "calendar"
        case .atom: "Atom"
        }
    }
}

extension SitePath {
    /// The forms that the page has.
    package var formats: [PageFormat] {
        switch self {
        case .chain: [.html, .json, .svg, .dot]
        case .due: [.html, .json, .csv, .ics]
        case .feed: [.atom, .json]
        case .style: [.css]
        case .stream(let stream) where stream.kind == .list: [.html, .json]
        case .cases, .narrowed, .measures, .actors, .sources, .stream, .conflicts, .flow, .search:
            [.html, .json, .csv]
        case .event, .part, .why, .changes, .log, .readModels: [.html, .json]
        }
    }

    /// The file that a web host serves for it.
    package func file(in format: PageFormat) -> String {
        switch format {
        case .html: text + "index.html"
        case .css: text
        case .json, .csv, .svg, .dot, .ics, .atom:
            (text.isEmpty ? "cases" : String(text.dropLast())) + "." + format.rawValue
        }
    }

    /// The page and its form at an address below the root; nil if there is none.
    package static func named(_ address: String) -> (path: SitePath, format: PageFormat)? {
        guard let dot = address.lastIndex(of: "."), address != SitePath.style.text else {
            return SitePath(address).flatMap { path in path.formats.first.map { (path, $0) } }
                .flatMap { $0.format == .html || $0.path == .style ? $0 : nil }
        }
        let base = String(address[..<dot])
        guard let format = PageFormat(rawValue: String(address[address.index(after: dot)...])),
            let path = SitePath(base == "cases" ? "" : base + "/"),
            path.formats.contains(format), path.file(in: format) == address
        else { return nil }
        return (path, format)
    }
}
