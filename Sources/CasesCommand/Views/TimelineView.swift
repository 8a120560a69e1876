import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension TimelineAnswer: Presentation {
    var pieces: [JSONValue] { timeline.entries.map(\.answer) }

    var lines: [String] {
        guard !timeline.entries.isEmpty else { return ["No matching events."] }
        var table = TextTable("WHEN", "WHAT", "STATUS", flexible: 1)
        for entry in timeline.entries {
            table.add(marked: [[Paragraph(entry.occurred.cell)], what(entry), status(entry)])
        }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        return table.lines + [""] + wrap(plain(read.joined(separator: "; ")), to: terminalWidth)
    }

    private func status(_ entry: TimelineEntry) -> [Paragraph] {
        let isGrave = entry.status == .disputed || entry.status == .retracted
        return [Paragraph(entry.status.rawValue, isGrave ? .alarm : nil)]
            + (entry.isCertain ? [] : [Paragraph(uncertainMark)])
    }

    private func what(_ entry: TimelineEntry) -> [Paragraph] {
        let sources = registers.words(entry.sources)
        let name = entry.event.reference.description
        let first = [
            Paragraph(entry.event.headline),
            Paragraph(sources.isEmpty ? name : "\(name) [\(sources)]", .faint),
        ]
        let dissent = entry.dissent.map {
            Paragraph("DISPUTED: \($0.words)\(mark(certain: $0.isCertain))", .alarm)
        }
        let links = entry.links.flatMap { link in
            [Paragraph("\(link.words)\(link.marks): \(link.identity.to)")]
                + (link.denial(registers).map { [Paragraph($0, .alarm)] } ?? [])
        }
        return first + dissent + links
    }
}
