package import CaseModel

/// Two registered actors or sources that may be one.
///
/// They are only reported. A merge is an event of its own (`actors.merged`).
package struct Lookalike: Sendable {
    /// Why they may be one.
    package enum Reason: Sendable {
        case identifier, name, address
    }

    /// Why they may be one.
    package let reason: Reason
    /// Their streams: the first of those that are alike, and another one.
    package let streams: [StreamName]
    /// Both and what they have in common, in words.
    package let detail: String
}

extension Registers {
    /// The actors with one identifier or with names that look alike, and the sources with one
    /// address.
    package var lookalikes: [Lookalike] { sharedAddresses + sharedIdentifiers + alikeNames }

    private var living: [(slug: ActorSlug, actor: ActorRegistered)] {
        actors.filter { merges.survivor(of: $0.key) == $0.key }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value) }
    }

    private var sharedIdentifiers: [Lookalike] {
        let bearers = living.flatMap { slug, actor in
            actor.ids.map { (id: "\($0.scheme) \($0.id)", slug: slug) }
        }
        return Dictionary(grouping: bearers, by: \.id).flatMap { id, same in
            same.dropFirst().filter { $0.slug != same[0].slug }.map { other in
                Lookalike(
                    reason: .identifier, actors: [same[0].slug, other.slug],
                    detail: "\(same[0].slug) and \(other.slug) have the same identifier: \(id)")
            }
        }
    }

    /// Pairs of actors with names that look alike: the first actor of each group with each other one.
    private var alikeNames: [Lookalike] {
        let bearers = living.flatMap { slug, actor -> [(look: NameSkeleton, name: ActorWithName)] in
            let names = [actor.name] + aliases(of: slug) + actor.names.map(\.name)
            return names.uniqued().flatMap { name in
                NameSkeleton.all(of: name).map { ($0, ActorWithName(slug: slug, name: name)) }
            }
        }
        let all = Dictionary(grouping: bearers, by: \.look).values.flatMap { alike in
            let names = alike.map(\.name).sorted()
            return names.filter { $0.slug != names[0].slug }.map { Lookalike(names[0], $0) }
        }
        // Two actors may have several names that look alike.
        return Dictionary(grouping: all, by: \.streams).values.compactMap { pairs in
            pairs.min { $0.detail.utf8.lexicographicallyPrecedes($1.detail.utf8) }
        }
    }

    private var sharedAddresses: [Lookalike] {
        let bearers = sources.sorted { $0.key < $1.key }.compactMap { slug, source in
            source.url.map { (address: $0, slug: slug) }
        }
        return Dictionary(grouping: bearers, by: \.address).values.flatMap { same in
            same.dropFirst().map { other in
                Lookalike(
                    reason: .address,
                    streams: [same[0].slug, other.slug].map { StreamName(.source, $0.slug) },
                    detail:
                        "\(same[0].slug) and \(other.slug) have the same URL: \(same[0].address)")
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

extension Lookalike {
    fileprivate init(reason: Reason, actors: [ActorSlug], detail: String) {
        self.init(
            reason: reason, streams: actors.map { StreamName(.actor, $0.slug) }, detail: detail)
    }

    fileprivate init(_ one: ActorWithName, _ other: ActorWithName) {
        self.init(
            reason: .name, actors: [one.slug, other.slug],
            detail: "\(one.name) (\(one.slug)) looks like \(other.name) (\(other.slug))")
    }
}
