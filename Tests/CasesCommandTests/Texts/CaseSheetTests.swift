import TestSupport
import Testing

@Suite("A case in a spreadsheet", .serialized)
struct CaseSheetTests {
    private static let file = """
        sources:
          gazette: {title: Gazette, publisher: State, published: 2031-04-07}
          herald: {title: Herald, publisher: Press, published: 2031-04-08}
        actors:
          acme: {name: Acme, type: company}
          holding: {name: Holding, type: company}
          jo-doe: {name: Jo Doe, type: person}
          ministry: {name: Ministry, type: agency}
        case: sheet
        title: "Acme, seized"
        events:
          - key: halt
            type: measure.imposed
            occurred: 2031-04-02
            summary: The ministry halts exports.
            actors: [{role: actor, actor: ministry}, {role: target, actor: acme},
              {role: target, actor: holding}]
            claims: [{source: gazette}]
            data: {measure: halt, kind: export_ban, until: 2031-10}
          - key: seizure
            type: control.taken
            occurred: 2031-04-03
            summary: The ministry takes control.
            actors: [{role: actor, actor: ministry}]
            claims: [{source: gazette}, {source: herald, stance: denies}]
            data: {asset: acme, scope: =management, share: 3/8}
          - key: owned
            type: ownership.stated
            occurred: 2031-04-04
            summary: Holding owns Acme.
            actors: [{role: affected, actor: acme}]
            claims: [{source: gazette}]
            data: {asset: acme, owner: holding, share: {printed: most of it}, direct: "yes"}
          - key: owned-too
            type: ownership.stated
            occurred: 2031-04-05
            summary: Jo Doe owns Acme.
            actors: [{role: affected, actor: acme}]
            claims: [{source: herald}]
            data: {asset: acme, owner: jo-doe, direct: unknown}
          - key: out
            type: role.changed
            occurred: 2031-04-06
            summary: Jo Doe is suspended.
            actors: [{role: affected, actor: acme}]
            claims: [{source: gazette}]
            data: {person: jo-doe, organisation: acme, role: director, how: suspended}

        """

    private static let rows = [
        "what: case, subject: sheet, status: open, title: Acme, seized",
        "what: measure, subject: halt, status: in_force, since: 2031-04-02, set_by: sheet/halt, "
            + "certain: yes, until: 2031-10, until_passed: no, kind: export_ban, "
            + "direction: restricts, by: ministry, on: acme; holding, enforced: yes",
        "what: control, subject: acme, status: taken, since: 2031-04-03, set_by: sheet/seizure, "
            + "certain: yes, by: ministry, scope: '=management, share: 3/8",
        "what: role, subject: jo-doe director acme, status: suspended, since: 2031-04-06, "
            + "set_by: sheet/out, certain: yes",
        "what: ownership, subject: acme, status: claimed, set_by: sheet/owned, certain: yes, "
            + "owner: holding, share: \"most of it\", direct: yes",
        "what: ownership, subject: acme, status: claimed, set_by: sheet/owned-too, certain: yes, "
            + "owner: jo-doe, direct: unknown",
        "what: dispute, subject: sheet/seizure, status: disputed, certain: yes, "
            + "disputed: the whole event, source: herald",
        "what: last_event, subject: sheet/out",
    ]

    /// The cells of a line of CSV.
    private func cells(_ line: String) -> [String] {
        var cells = [""]
        var isQuoted = false
        var previous: Character?
        for character in line {
            switch character {
            case "\"":
                isQuoted.toggle()
                // The second of two quotation marks is one of the text.
                if isQuoted, previous == "\"" { cells[cells.count - 1].append(character) }
            case "," where !isQuoted: cells.append("")
            default: cells[cells.count - 1].append(character)
            }
            previous = character
        }
        return cells
    }

    @Test("says all that the table says, in a row for every claim")
    func sheet() async throws {
        try await Desk.use { desk in
            try desk.write(CaseSheetTests.file, to: "sheet.yaml")
            try await desk.done("import", "sheet.yaml")
            let lines = try await desk.done("show", "sheet", "--format", "csv").lines.map(cells)
            let columns = try #require(lines.first)
            let rows = lines.dropFirst().map { row in
                zip(columns, row).filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
                    .joined(separator: ", ")
            }
            #expect(rows == CaseSheetTests.rows)
            #expect(lines.allSatisfy { $0.count == columns.count })
            let markdown = try await desk.done("show", "sheet", "--format", "md").lines
            #expect(markdown.count == lines.count + 1)
            #expect(markdown.contains { $0.contains("| holding | \"most of it\" | yes |") })
        }
    }
}
