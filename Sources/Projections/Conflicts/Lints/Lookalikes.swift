import CaseModel

extension Testimonies {
    /// Actors that may be one, because they have one identifier or names that look alike, and
    /// sources that may be one, because they have one address.
    ///
    /// They are only reported. A merge is an event of its own (`actors.merged`).
    var lookalikes: [Lint] {
        let pairs = sharedIdentifiers + alikeNames
        guard !pairs.isEmpty else { return sharedAddresses }
        let cases = casesOfActors
        return sharedAddresses
            + pairs.compactMap { pair in
                guard let event = pair.actors[0].registration else { return nil }
                return Lint(
                    event: event, kind: pair.kind, detail: pair.detail, position: nil,
                    cases: Set(pair.actors.flatMap { cases[$0] ?? [] }))
            }
    }

    private var living: [(slug: ActorSlug, actor: ActorRegistered)] {
        registers.actors.filter { registers.merges.survivor(of: $0.key) == $0.key }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    private var sharedIdentifiers: [AlikeActors] {
        let bearers = living.flatMap { slug, actor in
            actor.ids.map { (id: "\($0.scheme) \($0.id)", slug: slug) }
        }
        return Dictionary(grouping: bearers, by: \.id).flatMap { id, same -> [AlikeActors] in
            same.dropFirst().filter { $0.slug != same[0].slug }.map { other in
                AlikeActors(
                    kind: .oneIdentifierForTwo, actors: [same[0].slug, other.slug],
                    detail: "\(same[0].slug) and \(other.slug) have the same identifier: \(id)")
            }
        }
    }

    /// Pairs of actors with names that look alike: the first actor of each group with each other one.
    private var alikeNames: [AlikeActors] {
        let bearers = living.flatMap { slug, actor -> [(look: NameSkeleton, name: ActorWithName)] in
            let names = [actor.name] + registers.aliases(of: slug) + actor.names.map(\.name)
            return names.uniqued().flatMap { name in
                NameSkeleton.all(of: name).map { ($0, ActorWithName(slug: slug, name: name)) }
            }
        }
        let all = Dictionary(grouping: bearers, by: \.look).values.flatMap { alike in
            let names = alike.map(\.name).sorted()
            return names.filter { $0.slug != names[0].slug }.map { AlikeActors(names[0], $0) }
        }
        // Two actors may have several names that look alike.
        return Dictionary(grouping: all, by: \.actors).values.compactMap { pairs in
            pairs.min { $0.detail.utf8.lexicographicallyPrecedes($1.detail.utf8) }
        }
    }

    private var sharedAddresses: [Lint] {
        let bearers = registers.sources.sorted { $0.key < $1.key }.compactMap { slug, source in
            source.url.map { (address: $0, slug: slug) }
        }
        return Dictionary(grouping: bearers, by: \.address).values.flatMap { same -> [Lint] in
            guard let first = same.first, let event = first.slug.registration else { return [] }
            return same.dropFirst().map { other in
                Lint(
                    event: event, kind: .oneAddressForTwo,
                    detail: "\(first.slug) and \(other.slug) have the same URL: \(first.address)",
                    position: nil, cases: [])
            }
        }
    }
}

/// An actor under one of its names.
private struct ActorWithName: Comparable {
    let slug: ActorSlug
    let name: String

    static func < (left: ActorWithName, right: ActorWithName) -> Bool {
        left.slug == right.slug
            ? left.name.utf8.lexicographicallyPrecedes(right.name.utf8) : left.slug < right.slug
    }
}

/// Two actors that may be one.
private struct AlikeActors {
    let kind: Lint.Kind
    let actors: [ActorSlug]
    let detail: String
}

extension AlikeActors {
    fileprivate init(_ one: ActorWithName, _ other: ActorWithName) {
        self.init(
            kind: .alikeNames, actors: [one.slug, other.slug],
            detail: "\(one.name) (\(one.slug)) looks like \(other.name) (\(other.slug))")
    }
}

extension ActorSlug {
    fileprivate var registration: EventReference? {
        EventReference("actor/\(self)/\(StreamName.Kind.actor.firstKey)")
    }
}

extension SourceSlug {
    fileprivate var registration: EventReference? {
        EventReference("source/\(self)/\(StreamName.Kind.source.firstKey)")
    }
}
