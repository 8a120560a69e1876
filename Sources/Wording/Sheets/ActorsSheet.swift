import CaseModel
package import Projections

extension ActorsAnswer {
    /// The answer as a table.
    package var sheet: Sheet {
        Sheet(
            columns: [
                "actor", "name", "type", "country", "aliases", "ids", "merged", "cases", "parts",
                "roles", "lists",
            ],
            rows: actors.map(row))
    }

    private func row(_ actor: KnownActor) -> [String] {
        let parts = Role.allCases.compactMap { role in
            let count = actor.parts.count { $0.role == role }
            return count == 0 ? nil : "\(role.rawValue) \(count)"
        }
        return [
            actor.slug.description, actor.register?.name ?? "",
            actor.register?.type.rawValue ?? "", actor.register?.country?.code ?? "",
            actor.aliases.joined(separator: "; "),
            (actor.register?.ids ?? []).map { "\($0.scheme) \($0.id)" }.joined(separator: "; "),
            actor.merged.words, actor.cases.words, parts.joined(separator: "; "),
            actor.roles.map { "\($0.person) \($0.role) \($0.organisation) \($0.status.rawValue)" }
                .joined(separator: "; "),
            listed(actor).joined(separator: "; "),
        ]
    }

    /// The lists that it is on, or may be.
    package func listed(_ actor: KnownActor) -> [String] {
        network.listings(of: actor.slug).filter(\.mayBeListed).map(\.words)
    }
}
