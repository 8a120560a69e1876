import TestSupport
import Testing

@Suite("What nobody is named for", .serialized)
struct NobodyTests {
    /// A case whose events name no party, but the ones that their types ask for.
    private static let file = """
        sources:
          gazette: {title: Gazette, publisher: State, published: 2031-04-07}
        actors:
          acme: {name: Acme, type: company}
          jo-doe: {name: Jo Doe, type: person}
        case: nobody
        title: Nobody
        events:
          - {key: seized, type: control.taken, occurred: null, summary: Acme is taken over.,
             actors: [{role: affected, actor: acme}], claims: [{source: gazette}], data: {asset: acme}}
          - {key: halt, type: measure.imposed, occurred: 2031-04-02, summary: A halt.,
             actors: [{role: affected, actor: acme}], claims: [{source: gazette}], data: {measure: halt, kind: export_ban}}
          - {key: out, type: role.changed, occurred: 2031-04-03, summary: Jo is out.,
             actors: [{role: affected, actor: acme}], claims: [{source: gazette}],
             data: {person: jo-doe, organisation: acme, role: director, how: suspended}}
          - {key: list, type: party.listed, occurred: 2031-04-04, summary: Acme is listed.,
             actors: [{role: affected, actor: acme}], claims: [{source: gazette}], data: {list: blacklist, party: acme}}
          - {key: owned, type: ownership.stated, occurred: 2031-04-05, summary: Owned.,
             actors: [{role: affected, actor: acme}], claims: [{source: gazette}],
             data: {asset: acme, undisclosed: true}}

        """

    @Test("leaves no gap in a line, a drawing or a sheet")
    func gaps() async throws {
        try await Desk.use { desk in
            try desk.write(NobodyTests.file, to: "nobody.yaml")
            try await desk.done("import", "nobody.yaml")
            let show = try await desk.done("show", "nobody").lines
            let place = try #require(show.firstIndex(of: "  Acme"))
            #expect(show[place + 1] == "    since undated")
            for reading in [
                ["show", "nobody"], ["show", "nobody", "--format", "md"], ["timeline"],
                ["chain", "nobody"], ["chain", "nobody", "--format", "dot"], ["conflicts"],
                ["chain", "nobody", "--format", "mermaid"], ["sources", "gazette"],
                ["show", "nobody/seized"], ["timeline", "--format", "csv"],
                ["diff", "nobody", "--from", "1", "--to", "99"], ["why", "nobody", "controls"],
            ] {
                for line in try await desk.done(reading).lines {
                    #expect(line.firstMatch(of: /\b(by|on|of) ?[,;.]|: *,|, ,|by since/) == nil)
                    #expect(line.firstMatch(of: /(by|on) *$/) == nil, "\(line)")
                }
            }
        }
    }
}
