import CanonicalJSON
import CaseModel
import Projections
import Wording

extension PageContent {
    /// A case: its state, and its events in order of time.
    init(_ answer: CaseAnswer, _ timeline: TimelineAnswer, _ chain: ChainAnswer, at place: Place) {
        let state = answer.state
        let scale = TimeScale(timeline.timeline.entries.compactMap(\.occurred))
        self.init(
            template: .case, title: state.title ?? "\(state.slug) \(erasedTitle)",
            view: View([
                "status": state.isOpen ? "open" : "closed", "slug": state.slug.text,
                "first": chain.chain.firstCause.map { place.view(of: $0) },
                "last": timeline.timeline.entries.last { $0.event.reference == state.lastEvent }
                    .map {
                        place.view(of: $0.event).adding([
                            "doubt": $0.isCertain ? nil : uncertainMark
                        ])
                    },
                "changes": place.isServed
                    ? place.link(to: .changes(state.slug, ChangeSpan())) : nil,
                "chain": place.link(to: .chain(state.slug)),
                // What contradicts itself in one case is found in all of them: too much for files.
                "conflicts": place.isServed ? place.link(to: .conflicts(state.slug)) : nil,
                "flow": timeline.timeline.entries.contains { $0.event.isFlowStep }
                    ? place.link(to: .flow(StreamName(.case, state.slug))) : nil,
                "sections": answer.sections.map { $0.view(of: state.slug, at: place) },
                "begin": scale?.first.text, "end": scale?.last.text,
                "entries": TimelineItem.all(in: timeline, scale: scale, at: place).text,
            ]), json: answer.json,
            remarks: answer.clocks.remarks(answer.registers))
        self = adding(answer.sheet)
    }
}

extension PageContent {
    /// A part of the events of a case, in order of time.
    ///
    /// - Parameters:
    ///   - number: which part, from 1.
    ///   - timeline: the timeline of the case.
    ///   - slug: the case.
    ///   - place: where the page is.
    init(part number: Int, of timeline: TimelineAnswer, _ slug: Slug, at place: Place) {
        let entries = timeline.timeline.entries
        let (scale, range) = (
            TimeScale(entries.compactMap(\.occurred)),
            CasePart.number(number).range(of: entries.count)
        )
        self.init(
            template: .part, title: "\(slug), part \(number)",
            view: View([
                "of": place.view(.stream(StreamName(.case, slug)), slug.text).adding([
                    "range": range.isEmpty
                        ? nil : "\(range.lowerBound + 1) to \(range.upperBound)"
                ]),
                "begin": scale?.first.text, "end": scale?.last.text,
                "entries": TimelineItem.all(in: timeline, scale: scale, at: place).text,
            ]), json: timeline.json(of: range),
            remarks: timeline.clocks.remarks(timeline.registers))
    }
}

extension TimelineAnswer {
    /// The answer with some of its entries.
    fileprivate func json(of range: Range<Int>) -> JSONValue {
        guard var members = json.object, let entries = members["entries"]?.array else {
            return json
        }
        members["entries"] = .array(Array(entries[range]))
        return .object(members)
    }
}

extension StateSection {
    fileprivate func view(of slug: Slug, at place: Place) -> View {
        View([
            "heading": heading, "isAlarming": isAlarming,
            "rows": rows.map { row in
                View([
                    "why": place.isServed
                        ? row.field.map { place.link(to: .why(slug, $0)) } : nil,
                    "title": row.title, "facts": row.facts.views,
                    "setBy": row.setBy.map { place.view(.event($0.event), $0.words) },
                    "perhaps": row.perhaps.map { place.view(.event($0.event), $0.words) },
                ])
            },
        ])
    }
}

extension Place {
    /// A link to an event under what it says, with its date.
    fileprivate func view(of event: Event) -> View {
        view(.event(event.reference), event.headline)
            .adding(["date": event.body.occurred.phrase])
    }
}
