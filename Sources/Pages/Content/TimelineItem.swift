import CaseModel
import Projections
import Wording

/// The items of a timeline on a page: events, and words for long gaps between them.
enum TimelineItem {
    /// A gap of more days than this is said in words.
    private static let longGap: Int64 = 30

    static func all(
        in answer: TimelineAnswer, scale: TimeScale?, at place: Place
    ) -> [View] {
        var last: EDTFDate?
        return answer.timeline.entries.map { entry in
            let gap = entry.occurred.flatMap { date in last.flatMap { silence(from: $0, to: date) }
            }
            last = entry.occurred ?? last
            return view(entry, answer.registers, gap: gap, scale: scale, at: place)
        }
    }

    /// A gap that is certainly long, in words.
    private static func silence(from one: EDTFDate, to other: EDTFDate) -> String? {
        guard let end = one.latest, let start = other.earliest else { return nil }
        let days = start.daysSince1970 - end.daysSince1970
        guard days > longGap else { return nil }
        return "No event is recorded for \(days - 1) days, between \(end.text) and \(start.text)."
    }

    private static func view(
        _ entry: TimelineEntry, _ registers: Registers, gap: String?, scale: TimeScale?,
        at place: Place
    ) -> View {
        View([
            "anchor": entry.event.reference.description, "gap": gap, "date": entry.occurred.phrase,
            "edtf": entry.occurred?.text,
            "strip": entry.occurred.flatMap { date in
                scale.map { Strip(date, on: $0).view(label: date.phrase) }
            },
            "headline": entry.event.headline, "event": place.view(entry.event.reference),
            "status": entry.status.rawValue,
            "isGrave": entry.status == .disputed || entry.status == .retracted,
            "isRetracted": entry.status == .retracted,
            "doubt": entry.isCertain ? nil : uncertainMark,
            "actors": entry.event.body.actors.map { participant in
                place.view(participant.actor, registers)
                    .adding(["role": participant.role.rawValue.replacing("_", with: " ")])
            },
            "sources": entry.sources.map { place.view($0, registers) },
            "dissent": entry.dissent.map { $0.words + mark(certain: $0.isCertain) }.views,
            "links": entry.links.map { link in
                View([
                    "words": link.words + link.marks, "to": place.view(link.identity.to),
                    "denial": link.denial(registers),
                ])
            },
        ])
    }
}
