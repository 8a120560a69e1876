import CanonicalJSON
import CaseModel
import CommandSupport
import Projections
import Wording

extension SourcesAnswer: Presentation {
    var pieces: [JSONValue] { rows }

    var lines: [String] {
        guard !sources.isEmpty else { return ["There is no source yet: cases add-source."] }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        let end = wrap(plain(read.joined(separator: "; ")), to: terminalWidth)
        return (isDetailed ? sources.flatMap(details) : table.lines) + [""] + end
    }

    private var table: TextTable {
        var table = TextTable("SOURCE", "PUBLISHED", "EVENTS", "CLAIMS", "LINKS", flexible: 0)
        for use in sources {
            let (all, alone) = (use.all.cells, use.alone.cells)
            table.add(
                paragraphs: [use.heading(registers), [use.source.published.cell]]
                    + zip(all, alone).map { ["\($0), \($1) alone"] })
        }
        return table
    }

    private func details(of use: SourceUse) -> [String] {
        var block = Block()
        for line in use.heading(registers) { block.add(line) }
        block.add("published: \(use.source.published.phrase)")
        if let digest = use.source.sha256 { block.add("stored copy: SHA-256 \(digest.text)") }
        block.add("supports \(use.all.words); alone: \(use.alone.words)")
        guard !use.rests.isEmpty else { return block.lines }
        block.heading("WHAT RESTS ON IT")
        for rest in use.rests {
            block.add(rest.assertion.words, margin: 2)
            block.add(rest.words, margin: 4)
        }
        return block.lines
    }
}

extension SourceUse {
    /// The properties without the date.
    fileprivate func heading(_ registers: Registers) -> [String] {
        let facts = [
            source.publisher, source.grade.map { "grade \($0.text)" },
            source.reports.map { "retells \(registers.words($0))" },
        ].compactMap(\.self)
        let title = [
            slug.slug.text + (isWithdrawn ? withdrawnMark : ""), source.title ?? "untitled",
        ]
        return title + (facts.isEmpty ? [] : [facts.joined(separator: ", ")])
    }
}

extension SourceUse.Tally {
    fileprivate var words: String {
        [count(events, "event"), count(claims, "claim"), count(links, "link")]
            .joined(separator: ", ")
    }

    private func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

extension Rest {
    fileprivate var words: String {
        let with = isAlone ? "alone" : "with \(supporters.joined(separator: ", "))"
        guard !sameOrigin.isEmpty else { return with }
        return "\(with); of the same origin: "
            + sameOrigin.map(\.slug.text).joined(separator: ", ")
    }
}
