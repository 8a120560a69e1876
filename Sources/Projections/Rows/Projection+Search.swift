import CanonicalJSON
import CaseModel

extension Projection {
    /// The words by which an event can be found.
    ///
    /// `terms` are the tokens by which the database preselects rows, separated by blanks; null if
    /// there are too many. `actors` and `names` let an event be found by the names of its actors.
    package static let search = Projection(
        "search", version: 2, table: "search_text",
        columns: [
            "stream": .text, "position": .integer, "event": .text, "text": .text,
            "actors": .text, "names": .text, "merged_into": .text, "terms": .text,
        ], keyLength: 2
    ) { history in
        history.standing.filter { $0.retraction == nil }.compactMap { standing in
            let words = EventWords(standing.event)
            guard !words.isEmpty else { return nil }
            return ProjectedRow([
                .text(history.stream.text), .integer(standing.event.position),
                .text(standing.event.reference.description), .text(words.text),
                .text(words.actors.isEmpty ? nil : words.actors.joined(separator: " ")),
                .text(words.names), .text(words.mergedInto), .text(words.terms),
            ])
        }
    }
}

/// The words of an event, and the names of its actors.
private struct EventWords {
    /// The summary, the texts of its fields and the wording of sources, one per line.
    let text: String
    /// The slugs of the actors that it names, in order.
    let actors: [String]
    /// The names of the actor that it registers, one per line.
    let names: String?
    /// The actor that this one was merged into.
    let mergedInto: String?

    init(_ event: Event) {
        let claims = event.body.claims.flatMap { [$0.printed, $0.quote] }.compactMap(\.self)
        let texts =
            [event.body.summary].compactMap(\.self) + (event.view["data"]?.texts ?? []) + claims
        text = EventWords.lines(texts)
        let slug = event.stream.slug.text
        var named = Set([event].named.filter { $0.kind == .actor }.map(\.text))
        switch event.body.content {
        case .actorRegistered(let actor):
            names = EventWords.lines([slug, actor.name] + actor.also)
            mergedInto = nil
        case .actorsMerged(let merger): (names, mergedInto) = (nil, merger.into.slug.text)
        default: (names, mergedInto) = (nil, nil)
        }
        if names != nil { named.insert(slug) }
        actors = named.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    var isEmpty: Bool { text.isEmpty && actors.isEmpty && mergedInto == nil }

    /// The tokens in order; nil if they exceed the limit of the index.
    var terms: String? {
        var tokens = SearchTokens.all(of: SearchText(text))
        if let names { tokens.formUnion(SearchTokens.all(of: SearchText(names))) }
        tokens.formUnion(actors.map(SearchTokens.actor))
        let bytes = tokens.reduce(0) { $0 + $1.utf8.count + 1 }
        guard bytes <= SearchTokens.limit else { return nil }
        return tokens.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ")
    }

    /// One line per text: a line feed within a text becomes a blank, because phrases do not match
    /// across lines.
    private static func lines(_ texts: [String]) -> String {
        texts.map { $0.replacing("\n", with: " ") }.joined(separator: "\n")
    }
}

extension JSONView {
    /// Every string value, in the order of the document; member names are not included.
    fileprivate var texts: [String] {
        if let string { return [string] }
        if let elements { return elements.flatMap(\.texts) }
        return (members ?? []).flatMap(\.value.texts)
    }
}
