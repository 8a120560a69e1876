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
