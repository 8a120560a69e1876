import CaseModel
import Projections
import Wording

extension PageContent {
    /// The list of actors, or one of them with its names, roles and events.
    init(_ answer: ActorsAnswer, at place: Place) {
        let views = answer.actors.map { PageContent.view($0, answer, at: place) }
        let single = answer.isSingle ? answer.actors.first : nil
        self.init(
            views, named: "actors", (.actors, "Actors"),
            single: single.map { (.actor, $0.register?.name ?? $0.slug.slug.text) },
            json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }

    private static func sections(of actor: KnownActor, _ answer: ActorsAnswer) -> [View] {
        (answer.names(of: actor).sections + answer.ownership(of: actor).sections).map { section in
            View([
                "heading": section.heading,
                "lines": section.lines.map { line in
                    View(["text": line.text, "depth": min(line.depth, 4), "isFaint": line.isFaint])
                },
            ])
        }
    }

    static func view(
        _ actor: KnownActor, _ answer: ActorsAnswer, at place: Place
    ) -> View {
        let facts = [actor.register?.type.rawValue, actor.register?.country?.code]
        return View([
            "actor": place.view(actor.slug, answer.registers), "slug": actor.slug.slug.text,
            "kind": facts.compactMap(\.self).joined(separator: ", "),
            "aliases": actor.aliases.views,
            "ids": (actor.register?.ids ?? []).map { "\($0.scheme): \($0.id)" }.views,
            "sections": answer.isSingle || place.setting == .report
                ? PageContent.sections(of: actor, answer) : [],
            "lists": answer.network.listings(of: actor.slug).filter(\.mayBeListed).map { listing in
                place.view(.event(listing.row.setBy), listing.words)
            },
            "hasRoles": !actor.roles.isEmpty,
            "roles": actor.roles.map { role in
                let names = [role.person, role.organisation].map { answer.registers.name(of: $0) }
                return place.view(
                    .event(role.setBy),
                    "\(names[0]), \(role.role) of \(names[1]): \(role.status.phrase), "
                        + role.since.phrase + mark(certain: role.isCertain))
            },
            "cases": actor.cases.map { place.view(.stream(StreamName(.case, $0)), $0.text) },
            "parts": actor.parts.map { part in
                place.view(part.event).adding([
                    "date": part.occurred.phrase, "role": part.role.rawValue,
                ])
            },
        ])
    }
}
