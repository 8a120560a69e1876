import CaseModel

extension Testimonies {
    /// People of the record who share a family name with another actor or an author of a source.
    var sharedFamilyNames: [Lint] {
        let cases = casesOfActors
        return Dictionary(grouping: people, by: \.family).values.compactMap { bearers in
            guard let party = bearers.first, let actor = party.actor,
                let event = EventReference("actor/\(actor)/\(StreamName.Kind.actor.firstKey)")
            else { return nil }
            let others = bearers.filter { $0.identity != party.identity }
            guard !others.isEmpty else { return nil }
            let words = others.map(\.words).joined(separator: "; ")
            return Lint(
                event: event, kind: .oneFamilyName,
                detail: "\(party.name) shares the name \(party.family) with \(words)",
                position: nil,
                cases: Set(bearers.compactMap(\.actor).flatMap { cases[$0] ?? [] }))
        }
    }

    /// The actors by slug, then the authors by name.
    private var people: [Person] {
        let actors = registers.actors.filter { slug, actor in
            actor.type == .person && registers.merges.survivor(of: slug) == slug
        }
        let parties = actors.sorted { $0.key < $1.key }.compactMap { slug, actor in
            Person(actor, slug, also: registers.aliases(of: slug))
        }
        let names = parties.map(\.name) + parties.compactMap(\.actor).flatMap(registers.aliases)
        return parties + authors(besides: Set(names))
    }

    /// An author with the full name, or an alias, of an actor may be that actor.
    private func authors(besides parties: Set<String>) -> [Person] {
        let works = registers.sources.sorted { $0.key < $1.key }.flatMap { slug, source in
            source.authors.map { (name: $0.withoutEtAl, source: slug) }
        }
        return Dictionary(grouping: works, by: \.name).filter { !parties.contains($0.key) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            .compactMap { Person(author: $0, of: $1.map(\.source)) }
    }

    /// The cases whose events name an actor.
    var casesOfActors: [ActorSlug: Set<StreamName>] {
        var cases: [ActorSlug: Set<StreamName>] = [:]
        for event in happenings.map(\.event) {
            for named in event.body.actors { cases[named.actor, default: []].insert(event.stream) }
        }
        return cases
    }
}

/// A person with a family name.
private struct Person {
    let name: String
    let family: String
    /// The actor's slug; nil for an author.
    let actor: ActorSlug?
    /// A key that is equal for two names of the same person.
    let identity: String
    /// The person in one line: name and actor, or what the author wrote.
    let words: String

    init?(_ registered: ActorRegistered, _ slug: ActorSlug, also others: [String]) {
        guard let family = familyName(of: registered.name, also: others) else { return nil }
        (name, self.family, actor) = (registered.name, family, slug)
        identity = "actor \(slug)"
        words = "\(registered.name) (\(slug))"
    }

    init?(author name: String, of sources: [SourceSlug]) {
        guard let family = familyName(of: name, also: []) else { return nil }
        (self.name, self.family, actor, identity) = (name, family, nil, "author \(name)")
        words = "\(name), author of \(sources.uniqued().map(\.description).joined(separator: ", "))"
    }
}

/// The family name in the name of a person; nil if it is a description such as "A spokesperson".
///
/// It is the part that is also an alias, otherwise the last part: "Zhang Xuezheng", also "Zhang".
private func familyName(of name: String, also others: [String]) -> String? {
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 || others.isEmpty, words.allSatisfy(isNamePart) else { return nil }
    return others.first { words.contains($0) } ?? words.last
}

/// Whether a word may be part of a name: it does not begin with a lower-case letter, or it is a
/// particle.
private func isNamePart(_ word: String) -> Bool {
    let particles: Set = [
        "al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la",
        "le", "van", "von", "zu",
    ]
    return particles.contains(word) || word.first.map { $0.isLetter && !$0.isLowercase } ?? false
}

extension String {
    /// The name of a first author without "et al.".
    fileprivate var withoutEtAl: String {
        let words = split(whereSeparator: \.isWhitespace)
        let isFollowed = words.suffix(2).map { $0.lowercased() }.joined(separator: " ")
        return ["et al.", "et al"].contains(isFollowed)
            ? words.dropLast(2).joined(separator: " ") : self
    }
}
