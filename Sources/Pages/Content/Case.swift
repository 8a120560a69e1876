import CaseModel
import Projections
import Wording

extension PageContent {
    /// A case: its state, and its events in order of time.
    init(_ answer: CaseAnswer, _ timeline: TimelineAnswer, at path: SitePath) {
        let state = answer.state
        let scale = TimeScale(timeline.timeline.entries.compactMap(\.occurred))
        self.init(
            template: .case, title: state.title ?? state.slug.text,
            view: View([
                "status": state.isOpen ? "open" : "closed", "slug": state.slug.text,
                "last": state.lastEvent.map { path.view($0) },
                "chain": path.link(to: .chain(state.slug)),
                "sections": answer.sections.map { $0.view(at: path) },
                "begin": scale?.first.text, "end": scale?.last.text,
                "entries": TimelineItem.all(in: timeline, scale: scale, at: path),
            ]), json: answer.json,
            reading: PageContent.reading(answer.knownAt, answer.clocks, answer.registers))
    }
}

extension StateSection {
    fileprivate func view(at path: SitePath) -> View {
        View([
            "heading": heading, "isAlarming": isAlarming,
            "rows": rows.map { row in
                View([
                    "title": row.title, "facts": row.facts.views,
                    "setBy": row.setBy.map { path.view(.event($0.event), $0.words) },
                    "perhaps": row.perhaps.map { path.view(.event($0.event), $0.words) },
                ])
            },
        ])
    }
}
