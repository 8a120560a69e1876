/// A search query: words in any order, "a phrase", `or` between alternatives, `-` before an
/// excluded term, `*` after a prefix.
package struct SearchQuery: Sendable {
    /// A condition on the text of an event.
    indirect enum Condition: Sendable {
        case term(Int)
        case not(Condition)
        case all([Condition])
        case any([Condition])
    }

    /// The distinct terms; conditions refer to them by index.
    let terms: [SearchTerm]
    /// The condition that an event must satisfy.
    let condition: Condition

    /// The maximum length of a query in characters.
    package static let maximumLength = 1_000
    /// The maximum number of words and phrases in a query.
    package static let maximumTerms = 64

    /// Why a text is not a valid query.
    package enum Fault: Error, Hashable, Sendable {
        /// It has no letters or digits.
        case empty
        /// It exceeds the maximum length.
        case tooLong
    }

    /// Parses a query; `or` binds less tightly than juxtaposition.
    package init(_ text: String) throws(Fault) {
        guard text.unicodeScalars.count <= SearchQuery.maximumLength else { throw .tooLong }
        var parser = SearchQueryParser(text)
        let alternatives = parser.alternatives()
        guard !parser.terms.isEmpty else { throw .empty }
        guard parser.terms.count <= SearchQuery.maximumTerms else { throw .tooLong }
        terms = parser.terms
        condition = .any(alternatives.map(Condition.all))
    }
}

/// The parser of queries.
private struct SearchQueryParser {
    /// The distinct terms, in order of first use.
    private(set) var terms: [SearchTerm] = []
    private var indices: [SearchTerm: Int] = [:]
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    /// The alternatives, each a list of conditions that must all hold.
    mutating func alternatives() -> [[SearchQuery.Condition]] {
        var (done, isOrPending) = ([[SearchQuery.Condition]](), false)
        var current: [SearchQuery.Condition] = []
        while let (token, isNegated) = next() {
            if !isNegated, token.isAlternative, !current.isEmpty, hasMore {
                isOrPending = true
                continue
            }
            guard let term = SearchTerm(token.text, isQuoted: token.isQuoted) else { continue }
            if isOrPending {
                done.append(current)
                (current, isOrPending) = ([], false)
            }
            let condition = SearchQuery.Condition.term(index(of: term))
            current.append(isNegated ? .not(condition) : condition)
        }
        return current.isEmpty ? done : done + [current]
    }

    private struct Token {
        let text: String
        let isQuoted: Bool
        var isAlternative: Bool { !isQuoted && text.lowercased() == "or" }
    }

    private static let quotes: Set<Unicode.Scalar> = ["\"", "“", "”", "„", "«", "»"]

    private var hasMore: Bool { rest.unicodeScalars.contains { !$0.properties.isWhitespace } }

    private mutating func index(of term: SearchTerm) -> Int {
        if let known = indices[term] { return known }
        indices[term] = terms.count
        terms.append(term)
        return terms.count - 1
    }

    /// The next word or phrase, and whether it is preceded by a minus.
    private mutating func next() -> (Token, isNegated: Bool)? {
        var scalars = rest.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let first = scalars.first else { return nil }
        let isNegated = first == "-"
        if isNegated { scalars = scalars.dropFirst() }
        let isQuoted = scalars.first.map(SearchQueryParser.quotes.contains) ?? false
        if isQuoted { scalars = scalars.dropFirst() }
        let word = scalars.prefix {
            !SearchQueryParser.quotes.contains($0) && (isQuoted || !$0.properties.isWhitespace)
        }
        scalars = scalars[word.endIndex...]
        if isQuoted { scalars = scalars.dropFirst() }
        rest = Substring(scalars)
        return (Token(text: String(word), isQuoted: isQuoted), isNegated)
    }
}

extension SearchQuery {
    /// A condition in `tsquery` syntax that every row with at least one of the terms satisfies.
    package var anyTerm: String {
        terms.map(SearchTokens.condition).joined(separator: " | ")
    }

    /// A condition in `tsquery` syntax that every matching row satisfies; nil if no restriction is
    /// possible.
    package func tokens(naming actors: NamedActors) -> String? { tokens(condition, actors) }

    /// The maximum number of actors listed in a condition.
    private static let actorLimit = 2_000

    private func tokens(_ condition: Condition, _ actors: NamedActors) -> String? {
        switch condition {
        case .not: return nil
        case .term(let index):
            let slugs = actors.actors(by: index)
            guard slugs.count <= SearchQuery.actorLimit else { return nil }
            let named = slugs.map { SearchTokens.quoted(SearchTokens.actor(String($0))) }
            let words = [SearchTokens.condition(for: terms[index])]
            return "(\((words + named).joined(separator: " | ")))"
        case .all(let parts):
            let needed = parts.compactMap { tokens($0, actors) }
            return needed.isEmpty ? nil : "(\(needed.joined(separator: " & ")))"
        case .any(let parts):
            let possible = parts.compactMap { tokens($0, actors) }
            return possible.count < parts.count
                ? nil : "(\(possible.joined(separator: " | ")))"
        }
    }
}
