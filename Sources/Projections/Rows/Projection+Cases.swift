import CanonicalJSON
import CaseModel

extension Projection {
    /// How each case stands: what `list` tells, and the whole of `show` as the case alone tells it.
    ///
    /// What other cases and registers say of its measures and lists is known by their streams.
    package static let states = Projection(
        "states", version: 2, table: "case_state",
        columns: [
            "stream": .text, "title": .text, "status": .text, "happenings": .integer,
            "last_event": .text, "last_occurred": .text, "state": .json,
        ], keyLength: 1
    ) { history in
        guard history.stream.kind == .case else { return [] }
        let state = CaseState(of: history.stream.slug, history.standing, history.evidence)
        let last = history.standing.first { $0.event.reference == state.lastEvent }
        return [
            ProjectedRow([
                .text(history.stream.text), .text(state.title),
                .text(state.isOpen ? "open" : "closed"),
                .integer(Int64(history.happenings.count)),
                .text(state.lastEvent?.description), .text(last?.event.body.occurred?.text),
                .object(state.members),
            ])
        ]
    }

    /// What happened in each case, event by event.
    ///
    /// What depends on when sources were published, or which retells which, is not in it: that is
    /// known by the streams of the sources.
    package static let timelines = Projection(
        "timelines", version: 2, table: "timeline_entry",
        columns: [
            "stream": .text, "position": .integer, "event": .text, "type": .text,
            "occurred": .text, "summary": .text, "entry": .json,
        ], keyLength: 2
    ) { history in
        guard history.stream.kind == .case else { return [] }
        return history.happenings.map { happening in
            let entry = TimelineEntry(happening, history.evidence, registers: Registers())
            return ProjectedRow([
                .text(history.stream.text), .integer(entry.event.position),
                .text(entry.event.reference.description), .text(entry.event.type.name),
                .text(entry.occurred?.text), .text(entry.event.body.summary),
                .object(entry.ownMembers),
            ])
        }
    }

    /// Who takes part where, and how.
    package static let participants = Projection(
        "participants", table: "participant",
        columns: ["stream": .text, "position": .integer, "role": .text, "actor": .text],
        keyLength: 4
    ) { history in
        history.happenings.map(\.event).flatMap { event in
            event.body.actors.uniqued().map { participant in
                ProjectedRow([
                    .text(history.stream.text), .integer(event.position),
                    .text(participant.role.rawValue), .text(participant.actor.slug.text),
                ])
            }
        }
    }
}
