/// The actors that match the terms of a query.
///
/// An event is found by the names of its actors as well as by its own words. Merged actors share
/// their names.
package struct NamedActors: Sendable {
    /// For each term, the matched part of an actor's names, by the actor's slug.
    private var found: [[Substring: String]]
    private var merged: [Substring: Substring] = [:]

    /// No actors.
    package init(_ query: SearchQuery) {
        found = query.terms.map { _ in [:] }
    }

    /// Reads a row of an actor's stream; rows of other streams are ignored.
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

    /// Extends the matches to merged actors; call once, after the last row.
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

    /// The name by which a term matches one of some actors; nil if none matches.
    func name(of actors: [Substring], by term: Int) -> String? {
        actors.lazy.compactMap { found[term][$0] }.first
    }

    /// The actors that a term matches, in order.
    func actors(by term: Int) -> [Substring] {
        found[term].keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Groups of merged actors.
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
