/// The match of a query in a row.
struct SearchMatch {
    /// The text of the row.
    let text: SearchText
    /// For each term, the ranges of elements that it matches.
    let occurrences: [[Range<Int>]]
    /// The names of actors that match terms which do not occur in the text.
    let names: [String]
    /// The relevance of the row: higher is better.
    let score: Int

    /// Nil if the row does not match the query.
    init?(_ query: SearchQuery, in row: SearchRow, _ actors: NamedActors) {
        let text = SearchText(row.text)
        let occurrences = query.terms.map { $0.occurrences(in: text) }
        let named = query.terms.indices.map { actors.name(of: row.actors, by: $0) }
        let isFound = zip(occurrences, named).map { !$0.isEmpty || $1 != nil }
        guard query.condition.holds(isFound) else { return nil }
        let wanted = query.condition.wanted
        self.text = text
        self.occurrences = zip(occurrences.indices, occurrences).map { index, ranges in
            wanted.contains(index) ? ranges : []
        }
        var names: [String] = []
        for index in query.terms.indices where wanted.contains(index) {
            guard occurrences[index].isEmpty, let name = named[index], !names.contains(name) else {
                continue
            }
            names.append(name)
        }
        self.names = names
        let end = text.endOfFirstLine
        score = wanted.reduce(0) { sum, index in
            guard let first = occurrences[index].first else {
                return sum + (named[index] == nil ? 0 : 2)
            }
            let repeated = min(occurrences[index].count - 1, 3)
            return sum + (first.lowerBound < end ? 8 : 4) + repeated
        }
    }
}

extension SearchText {
    /// The number of elements in the first line: the summary of an event, or the name of an actor.
    fileprivate var endOfFirstLine: Int {
        let next = elements.dropFirst().firstIndex { $0.gap == .line }
        return next ?? elements.count
    }
}

extension SearchQuery.Condition {
    /// Whether the condition holds, given which terms are found.
    fileprivate func holds(_ isFound: [Bool]) -> Bool {
        switch self {
        case .term(let index): isFound[index]
        case .not(let part): !part.holds(isFound)
        case .all(let parts): parts.allSatisfy { $0.holds(isFound) }
        case .any(let parts): parts.contains { $0.holds(isFound) }
        }
    }

    /// The terms that can make a row match: all except negated ones.
    fileprivate var wanted: Set<Int> {
        switch self {
        case .term(let index): [index]
        case .not: []
        case .all(let parts), .any(let parts): parts.reduce(into: []) { $0.formUnion($1.wanted) }
        }
    }
}
