import TestSupport
import Testing

@Suite("What rests on the sources, on a terminal", .serialized)
struct SourcesTextTests {
    // Both happenings and the link rest on the gazette; the letter only denies.
    private static let all = """
        SOURCE                   PUBLISHED   EVENTS      CLAIMS      LINKS
        gazette-2031-04-02       2031-04-02  2, 2 alone  0, 0 alone  1, 1 alone
        Order 31/14
        State Gazette, grade A1
        letter-2031-04-10        2031-04-10  0, 0 alone  0, 0 alone  0, 0 alone
        Letter to parliament

        as recorded at position 8

        """

    private static let gazette = """
        gazette-2031-04-02
        Order 31/14
        State Gazette, grade A1
        published: 2 April 2031
        supports 2 events, 0 claims, 1 link; alone: 2 events, 0 claims, 1 link

        WHAT RESTS ON IT
          event acme-seizure/warning
            alone
          event acme-seizure/seizure
            alone
          link acme-seizure/seizure follows acme-seizure/warning
            alone

        as recorded at position 8

        """

    private static let sheet = #"""
        source,what,alone,with,same_origin,title,publisher,published,grade,reports,withdrawn
        letter-2031-04-10,event acme-seizure/seizure,no,gazette-2031-04-02,,\#
        Letter to parliament,,2031-04-10,,,no
        letter-2031-04-10,claim acme-seizure/second on data.scope of acme-seizure/seizure,yes,,,\#
        Letter to parliament,,2031-04-10,,,no

        """#

    @Test("all of them and one of them stand as written here")
    func whole() async throws {
        try await Desk.withAcme { desk in
            #expect(try await desk.done("sources").output == SourcesTextTests.all)
            #expect(
                try await desk.done("sources", "gazette-2031-04-02").output
                    == SourcesTextTests.gazette)
            try await desk.done(
                "add-event", "acme-seizure", "claim.added", "--key", "second", "--source",
                "letter-2031-04-10", "--data",
                #"{"event":"acme-seizure/seizure","field":"scope","value":"all"}"#)
            let sheet = try await desk.done("sources", "letter-2031-04-10", "--format", "csv")
            #expect(sheet.output == SourcesTextTests.sheet)
            let known = ["sources", "letter-2031-04-10", "--known-at", "8", "--json"]
            let before = try JSON(try await desk.done(known).stdout)["sources"].elements[0]
            #expect(before["rests"] == [])
        }
    }

    @Test("the real cases rest on eight sources, counted by hand")
    func fixtures() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let sources = try await desk.json("sources")["sources"].elements
            #expect(
                sources.map { $0["source"] } == [
                    "telecom-loophole-transcript", "wsj-2024-08-26", "wsj-2025-01-13",
                    "wsj-2025-03-26", "wsj-2025-05-16", "wsj-2025-08-11", "wsj-2025-10-14",
                    "wsj-inf-tech-investigation",
                ])
            // Seventeen events on Nexperia, two on Wingtech's exports; seven claims on single
            // fields, eight links; no other source tells of them.
            let nexperia = sources[6]
            let counts: JSON = ["events": 19, "claims": 7, "links": 8]
            for name in ["events", "claims", "links"] {
                #expect(nexperia[name] == counts[name])
                #expect(sources[7][name] == 0)
            }
            #expect(nexperia["alone"] == counts)
            #expect(sources[0]["reports"] == "wsj-inf-tech-investigation")
            let transcript = try await desk.json("sources", "telecom-loophole-transcript")
            let rests = transcript["sources"].elements[0]["rests"].elements
            #expect(
                rests.filter { $0["alone"] == false } == [
                    [
                        "event": "aivres-entity-list/blackwell-ban", "what": "event",
                        "alone": false, "with": ["wsj-2025-03-26"], "same_origin": [],
                    ]
                ])
        }
    }

    @Test("a source that is withdrawn is marked, one that is not there is refused")
    func withdrawn() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("withdraw", "letter-2031-04-10", "--reason", "x")
            let lines = try await desk.done("sources", "letter-2031-04-10").lines
            #expect(lines.first == "letter-2031-04-10 (withdrawn)")
            let refusal = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no source "gazette-2031-04-03"
                           did you mean "gazette-2031-04-02"?
                    """)
            try await refusal.check(["sources", "gazette-2031-04-03"], at: desk)
            let early = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: source "letter-2031-04-10" is not there by the clocks that were asked
                           ask for a later --as-of, --published-by or --known-at
                    """)
            try await early.check(["sources", "letter-2031-04-10", "--known-at", "1"], at: desk)
        }
        try await Desk.use { desk in
            let lines = try await desk.done("sources").lines
            #expect(lines == ["There is no source yet: cases add-source."])
        }
    }
}
