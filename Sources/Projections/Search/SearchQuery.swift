/// What is looked for: words in any order, "a phrase", `or` between alternatives, `-` before what
/// must not be there, `*` behind the beginning of a word.
package struct SearchQuery: Sendable {
    /// A condition on what an event says.
    indirect enum Condition: Sendable {
        case term(Int)
        case not(Condition)
        case all([Condition])
        case any([Condition])
    }

    /// The different terms; conditions name them by their index.
    let terms: [SearchTerm]
    /// What an event must fulfil.
    let condition: Condition

    /// The most characters that a query may have.
    package static let maximumLength = 1_000
    /// The most words and phrases that a query may have.
    package static let maximumTerms = 64

    /// Why a text is not a query.
    package enum Fault: Error, Hashable, Sendable {
        /// It has no letter or digit.
        case empty
        /// It is longer than any query may be.
        case tooLong
    }

    /// Reads a query; `or` binds weaker than words that stand beside each other.
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

/// Takes a query apart.
private struct SearchQueryParser {
    /// The different terms, in the order in which they were first named.
    private(set) var terms: [SearchTerm] = []
    private var indices: [SearchTerm: Int] = [:]
    private var rest: Substring

    init(_ text: String) { rest = text[...] }

    /// The alternatives, each with what must hold together.
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

    /// The next word or phrase, and whether a minus stands before it.
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
    /// The condition in the syntax of `tsquery` that every row fulfils in which any term is found.
    package var anyTerm: String {
        terms.map(SearchTokens.condition).joined(separator: " | ")
    }

    /// The condition in the syntax of `tsquery` that every row fulfils which answers the query; nil
    /// where any row may.
    package func tokens(naming actors: NamedActors) -> String? { tokens(condition, actors) }

    /// More actors than this are not listed in a condition.
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
