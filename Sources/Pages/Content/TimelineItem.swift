import CaseModel
import Projections
import Wording

/// The items of a timeline on a page: events, and words for long gaps between them.
///
/// They are written by code and not by a template: a case has hundreds of them (decision 038).
struct TimelineItem {
    let entry: TimelineEntry
    let registers: Registers
    /// The words for a gap before the event; nil if there is none.
    let gap: String?
    let scale: TimeScale?
    let place: Place

    /// A gap of more days than this is said in words.
    private static let longGap: Int64 = 30

    /// The items of a timeline that the page shows.
    static func all(in answer: TimelineAnswer, scale: TimeScale?, at place: Place) -> Markup {
        let shown = place.part.range(of: answer.timeline.entries.count)
        // The gap before the first event of a part begins in the part before it.
        var last = answer.timeline.entries[..<shown.lowerBound].compactMap(\.occurred).last
        var items: Markup = ""
        for entry in answer.timeline.entries[..<shown.upperBound].dropFirst(shown.lowerBound) {
            let gap = entry.occurred.flatMap { date in
                last.flatMap { silence(from: $0, to: date) }
            }
            last = entry.occurred ?? last
            items +=
                TimelineItem(
                    entry: entry, registers: answer.registers, gap: gap, scale: scale, place: place
                ).markup
        }
        return items
    }

    /// A gap that is certainly long, in words.
    private static func silence(from one: EDTFDate, to other: EDTFDate) -> String? {
        guard let end = one.latest, let start = other.earliest else { return nil }
        let days = start.daysSince1970 - end.daysSince1970
        guard days > longGap else { return nil }
        return "No event is recorded for \(days - 1) days, between \(end.text) and \(start.text)."
    }

    private var markup: Markup {
        var item: Markup = ""
        if let gap { item += "<li class=\"gap\">\(gap)</li>\n" }
        item += "<li id=\"\(entry.event.reference.description)\">\n"
        item += date
        item += "<h3>\(headline)</h3>\n"
        item += "<p>\(status); \(place.markup(entry.event.reference))</p>\n"
        item += "<p>\(actors)</p>\n<p class=\"faint\">\(sources)</p>\n"
        for dissent in entry.dissent {
            let words = dissent.words + mark(certain: dissent.isCertain)
            item += "<p class=\"alarm\">DISPUTED: \(words)</p>\n"
        }
        for link in entry.links { item += markup(of: link) }
        item += "</li>\n"
        return item
    }

    /// The date in words, and the strip that shows it.
    private var date: Markup {
        let phrase = entry.occurred.phrase
        guard let date = entry.occurred else { return "<p class=\"date\">\(phrase)</p>\n" }
        let words: Markup = "<time title=\"\(date.text)\">\(phrase)</time>"
        let strip = scale.map { Strip(date, on: $0).markup(label: phrase) } ?? ""
        return "<p class=\"date\">\(words)</p>\n\(strip)"
    }

    private var headline: Markup {
        let words: Markup = "<bdi>\(entry.event.headline)</bdi>"
        return entry.status == .retracted ? "<del>\(words)</del>" : words
    }

    private var status: Markup {
        let word = entry.status.rawValue
        let isGrave = entry.status == .disputed || entry.status == .retracted
        let doubt: Markup = entry.isCertain ? "" : ", \(uncertainMark)"
        return isGrave ? "<strong>\(word)</strong>\(doubt)" : "\(word)\(doubt)"
    }

    private var actors: Markup {
        var actors: Markup = ""
        for participant in entry.event.body.actors {
            let role = participant.role.rawValue.replacing("_", with: " ")
            let path = SitePath.stream(StreamName(.actor, participant.actor.slug))
            actors += "\(role) <a href=\"\(place.link(to: path))\">"
            actors += "<bdi>\(registers.name(of: participant.actor))</bdi></a> "
        }
        return actors
    }

    private var sources: Markup {
        var sources: Markup = ""
        for source in entry.sources {
            let path = SitePath.stream(StreamName(.source, source.slug))
            sources += "\(place.markup(path, registers.words(source))) "
        }
        return sources
    }

    private func markup(of link: ChainLink) -> Markup {
        let to = place.markup(link.identity.to)
        var denial: Markup = ""
        if let words = link.denial(registers) {
            denial = " <strong class=\"alarm\">\(words)</strong>"
        }
        return "<p>\(link.words + link.marks): \(to)\(denial)</p>\n"
    }
}
