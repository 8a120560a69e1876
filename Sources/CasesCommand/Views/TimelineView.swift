import CanonicalJSON
import CaseModel
import Projections

extension TimelineAnswer: Presentation {
    var pieces: [JSONValue] { timeline.entries.map(\.answer) }

    var lines: [String] {
        guard !timeline.entries.isEmpty else { return ["Nothing happened that is asked for."] }
        var table = TextTable("WHEN", "WHAT", "STATUS", flexible: 1)
        for entry in timeline.entries {
            table.add(paragraphs: [[entry.occurred.cell], what(entry), status(entry)])
        }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        return table.lines + [""] + wrap(plain(read.joined(separator: "; ")), to: terminalWidth)
    }

    private func status(_ entry: TimelineEntry) -> [String] {
        [entry.status.rawValue] + (entry.isCertain ? [] : [uncertainMark])
    }

    private func what(_ entry: TimelineEntry) -> [String] {
        let sources = registers.words(entry.sources)
        let name = entry.event.reference.description
        let first = [
            entry.event.headline, sources.isEmpty ? name : "\(name) [\(sources)]",
        ]
        let dissent = entry.dissent.map { "DISPUTED: \($0.words)\(mark(certain: $0.isCertain))" }
        return first + dissent
            + entry.links.map { "\($0.words)\($0.marks): \($0.identity.to)" }
    }

    var sheet: Sheet {
        Sheet(
            columns: [
                "occurred", "event", "type", "summary", "actors", "sources", "published", "status",
                "links",
            ],
            rows: timeline.entries.map(row))
    }

    private func row(_ entry: TimelineEntry) -> [String] {
        let event = entry.event
        return [
            entry.occurred?.text ?? "", event.reference.description, event.type.name,
            event.headline,
            event.body.actors.map { "\($0.role.rawValue) \($0.actor)" }.joined(separator: "; "),
            entry.sources.map { registers.words($0) }.joined(separator: "; "),
            entry.published?.text ?? "", entry.status.rawValue,
            entry.links.map { "\($0.identity.relation.rawValue) \($0.identity.to)\($0.flaws)" }
                .joined(separator: "; "),
        ]
    }
}
