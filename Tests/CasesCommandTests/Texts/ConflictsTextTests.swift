import TestSupport
import Testing

@Suite("What the conflicts of a small case look like", .serialized)
struct ConflictsTextTests {
    /// Two further words on the small case, one of them explained, and a denial of the seizure.
    private static let dissent = """
        case: acme-dissent
        title: What others say of Acme
        events:
          - key: another-day
            type: claim.added
            claims: [{source: letter-2031-04-10, at: page 2}]
            data: {event: acme-seizure/seizure, field: occurred, value: 2031-04-03}
          - key: another-scope
            type: claim.added
            claims: [{source: letter-2031-04-10}]
            data: {event: acme-seizure/seizure, field: scope, value: all of it}
          - key: one-scope
            type: difference.explained
            data:
              event: acme-seizure/seizure
              field: scope
              as: scope
              note: The letter means the whole of the management.
          - key: talks
            type: meeting.held
            occurred: 2031-04-01
            summary: The minister speaks with Acme.
            actors: [{role: participant, actor: nl-economy-minister}]
            claims:
              - {source: letter-2031-04-10, at: page 1, printed: in April}
              - {source: gazette-2031-04-02, at: paragraph 3, stance: denies}

        """

    private static let text = """
        OPEN
          acme-seizure/seizure, follows acme-seizure/warning
            The ministry takes control of Acme.
            so
              gazette-2031-04-02
            not so
              letter-2031-04-10, nl-economy-minister denies it
          acme-seizure/seizure, occurred
            2031-04-02
              gazette-2031-04-02, paragraph 2
            2031-04-03
              letter-2031-04-10, page 2
          acme-dissent/talks
            The minister speaks with Acme.
            so
              letter-2031-04-10, page 1, “in April”
            not so
              gazette-2031-04-02, paragraph 3, denies it

        EXPLAINED
          acme-seizure/seizure, data.scope
            management
              gazette-2031-04-02, paragraph 2
            all of it
              letter-2031-04-10
            explained as scope: The letter means the whole of the management.

        CANNOT BE RIGHT, OR EASILY MISREAD
          acme-dissent/talks, unsupported first
            occurred is 2031-04-01, and no claim prints that day; where only the month
            is told, write the month

        3 open, 1 explained, 1 to check; as recorded at position 13

        """

    private func told<Result: Sendable>(
        _ body: (Desk) async throws -> Result
    ) async throws -> Result {
        try await Desk.withAcme { desk in
            try desk.write(ConflictsTextTests.dissent, to: "dissent.yaml")
            try await desk.done("import", "dissent.yaml")
            return try await body(desk)
        }
    }

    @Test("is written here as a whole")
    func whole() async throws {
        try await told { desk in
            let told = try await desk.done("conflicts").output
            #expect(told == ConflictsTextTests.text)
        }
    }

    @Test("is that of the case that is named, whose claims may stand in another")
    func named() async throws {
        try await told { desk in
            for (name, attributes, lints) in [
                ("acme-seizure", ["data.scope", "follows acme-seizure/warning", "occurred"], 0),
                ("acme-dissent", ["event"], 1),
            ] as [(String, [JSON], Int)] {
                let answer = try await desk.json("conflicts", name)
                #expect(answer["conflicts"].elements.map { $0["attribute"] } == attributes)
                #expect(answer["lints"].elements.count == lints)
            }
            let unknown = try await desk.run("conflicts", "acme-seizures")
            #expect(unknown.exitCode == 4)
            #expect(unknown.errors.contains("did you mean \"acme-seizure\"?"))
            let early = try await desk.run("conflicts", "acme-dissent", "--known-at", "8")
            #expect(early.exitCode == 4)
        }
    }

    @Test("says so where there is none, and that is no failure either")
    func none() async throws {
        try await told { desk in
            let told = try await desk.done("conflicts", "--known-at", "7").output
            #expect(
                told == """
                    Nothing contradicts itself.

                    0 open, 0 explained, 0 to check; as recorded at position 7

                    """)
            let before = try await desk.json("conflicts", "--known-at", "8")
            #expect(before["conflicts"].elements.map { $0["status"] } == ["open"])
        }
    }

    @Test("has a row for every claim on a value and every lint in a spreadsheet")
    func sheet() async throws {
        try await told { desk in
            let rows = try await desk.done("conflicts", "--format", "csv").lines
            #expect(
                rows.first == "subject,attribute,status,value,claims,event,source,at,printed,"
                    + "quote,stance,by,certain,summary,explained_as,explanation")
            #expect(rows.count == 1 + 4 * 2 + 1)
            #expect(
                rows.contains(
                    "acme-seizure/seizure,occurred,open,2031-04-03,\"letter-2031-04-10, page 2\","
                        + "acme-seizure/seizure,letter-2031-04-10,page 2,,,,,yes,,,"))
            let lines = try await desk.done("conflicts", "--format", "jsonl").lines
            #expect(
                try lines.map { try JSON($0)["subject"].string == nil } == [
                    false, false, false, false, true,
                ])
        }
    }
}
