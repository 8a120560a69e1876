/// The actors that the terms of a query name.
///
/// An event is found by the names of its actors as by its own words. Actors that were merged have
/// their names in common.
package struct NamedActors: Sendable {
    /// By term: what the term found of an actor's names, by the actor's slug.
    private var found: [[Substring: String]]
    private var merged: [Substring: Substring] = [:]

    /// No actors.
    package init(_ query: SearchQuery) {
        found = query.terms.map { _ in [:] }
    }

    /// Takes a row of an actor's stream; rows of other streams name no actors.
    package mutating func take(_ row: SearchRow, _ query: SearchQuery) {
        guard let actor = row.actor else { return }
        if let into = row.mergedInto { merged[actor] = into[...] }
        guard let names = row.names else { return }
        for line in names.split(separator: "\n") {
            let text = SearchText(String(line))
            for (index, term) in query.terms.enumerated()
            where found[index][actor] == nil && !term.occurrences(in: text).isEmpty {
                found[index][actor] = String(line)
            }
        }
    }

    /// Extends what was found to the actors that were merged; called once, after the last row.
    package mutating func close() {
        guard !merged.isEmpty else { return }
        let groups = identities
        for index in found.indices {
            for members in groups {
                let names = members.compactMap { found[index][$0] }
                guard let name = names.min(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
                else { continue }
                for member in members where found[index][member] == nil {
                    found[index][member] = name
                }
            }
        }
    }

    /// By which name a term finds one of some actors; nil where it finds none.
    func name(of actors: [Substring], by term: Int) -> String? {
        actors.lazy.compactMap { found[term][$0] }.first
    }

    /// The actors that a term names, in order.
    func actors(by term: Int) -> [Substring] {
        found[term].keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// The actors that turned out to be one, group by group.
    private var identities: [[Substring]] {
        let actors = Array(Set(merged.keys).union(merged.values))
        let places = Dictionary(uniqueKeysWithValues: actors.enumerated().map { ($1, $0) })
        var joined = Joining(count: actors.count)
        for (actor, into) in merged {
            if let one = places[actor], let other = places[into] { joined.join(one, other) }
        }
        return joined.groups.map { $0.map { actors[$0] } }
    }
}
