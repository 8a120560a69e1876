import CanonicalJSON
import CaseModel

extension Projection {
    /// The links that a case asserts: what chains are drawn of.
    package static let links = Projection(
        "links", version: 2, table: "link",
        columns: [
            "stream": .text, "event": .text, "relation": .text, "mode": .text, "to_event": .text,
            "basis": .text, "likelihood": .text, "link": .json,
        ], keyLength: 5
    ) { history in
        history.evidence.links.all.map { link in
            ProjectedRow([
                .text(history.stream.text), .text(link.identity.event.description),
                .text(link.identity.relation.rawValue), .text(link.identity.mode?.rawValue ?? ""),
                .text(link.identity.to.description), .text(link.basis.rawValue),
                .text(link.likelihood?.rawValue), .object(link.members),
            ])
        }
    }

    /// Which streams name which: an index that only grows, for it reads events as recorded.
    ///
    /// `mentioned` is a stream, or the id of an event where that is named by its id.
    package static let mentions = Projection(
        "mentions", version: 2, table: "mention", columns: ["stream": .text, "mentioned": .text],
        keyLength: 2
    ) { history in
        let stream = history.stream.text
        return Set(history.events.named.compactMap(\.mentioned)).subtracting([stream])
            .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
            .map { ProjectedRow([.text(stream), .text($0)]) }
    }
}

extension FoundReference {
    /// The stream that is named, or the id of an event; nil where the text is no name.
    fileprivate var mentioned: String? {
        if let register { return register.text }
        return switch EventReference(text) {
        case .keyed(let stream, _), .numbered(let stream, _): stream.text
        case .id(let id): id.text
        case nil: nil
        }
    }
}
