import TestSupport
import Testing

@Suite("What a terminal shows of a small case", .serialized)
struct AcmeTextTests {
    private static let list = """
        CASE                                STATUS  EVENTS  LAST
        The seizure of Acme Semiconductors  open    2       2031-04-02
        acme-seizure

        as recorded at position 8

        """

    private static let show = """
        The seizure of Acme Semiconductors
        acme-seizure, open, as recorded at position 8

        CONTROL
          Acme Semiconductors: management
            by Ministry of Economic Affairs, since 2 April 2031
            set by acme-seizure/seizure

        DISPUTES
          acme-seizure/seizure, follows acme-seizure/warning
            disputed by Minister of Economic Affairs (letter-2031-04-10)

        LAST EVENT
          acme-seizure/seizure

        """

    private static let timeline = """
        WHEN        WHAT                                                        STATUS
        2031-03     The ministry warns Acme that it may step in.                asserted
                    acme-seizure/warning [gazette-2031-04-02]
        2031-04-02  The ministry takes control of Acme.                         asserted
                    acme-seizure/seizure [gazette-2031-04-02]
                    follows, temporal: acme-seizure/warning
                    DENIED BY Minister of Economic Affairs (letter-2031-04-10)

        as recorded at position 8

        """

    // From March, some day, to 2 April: 2 days from the 31st, 32 from the 1st.
    private static let chain = """
        2031-03  acme-seizure/warning
        │ The ministry warns Acme that it may step in.
        └┈ only follows, after 2 to 32 days
           asserted by gazette-2031-04-02; DENIED BY Minister of Economic Affairs
           (letter-2031-04-10)
           2031-04-02  acme-seizure/seizure
             The ministry takes control of Acme.
             UNANSWERED

        0 retaliations, depth 0
        unanswered:
          acme-seizure/seizure
        as recorded at position 8

        """

    private static let timelineSheet = #"""
        occurred,event,type,summary,actors,sources,published,status,links,\#
        dissent,certain
        2031-03,acme-seizure/warning,threat.made,\#
        The ministry warns Acme that it may step in.,\#
        actor nl-economy-ministry; target acme,gazette-2031-04-02,2031-04-02,asserted,,,yes
        2031-04-02,acme-seizure/seizure,control.taken,The ministry takes control of Acme.,\#
        actor nl-economy-ministry; target acme,gazette-2031-04-02,2031-04-02,asserted,\#
        follows acme-seizure/warning (temporal); \#
        DENIED BY Minister of Economic Affairs (letter-2031-04-10),,yes

        """#

    private static let listMarkdown = #"""
        | case | title | status | events | last_event | last_date |
        | --- | --- | --- | --- | --- | --- |
        | acme-seizure | The seizure of Acme Semiconductors | open | 2 | \#
        acme-seizure/seizure | 2031-04-02 |

        """#

    @Test("list, show, timeline, chain, and two other formats stand as written here")
    func whole() async throws {
        try await Desk.withAcme { desk in
            for (arguments, text) in [
                (["list"], AcmeTextTests.list),
                (["show", "acme-seizure"], AcmeTextTests.show),
                (["timeline"], AcmeTextTests.timeline),
                (["timeline", "acme-seizure", "--actor", "acme"], AcmeTextTests.timeline),
                (["chain", "acme-seizure"], AcmeTextTests.chain),
                (["chain", "acme-seizure/warning", "--format", "tree"], AcmeTextTests.chain),
                (["timeline", "--format", "csv"], AcmeTextTests.timelineSheet),
                (["list", "--format", "md"], AcmeTextTests.listMarkdown),
            ] {
                let told = try await desk.done(arguments)
                #expect(told.output == text)
                #expect(told.errors.isEmpty)
            }
        }
    }

    @Test("an event shows what was recorded, by whom, and what is said about it")
    func event() async throws {
        try await Desk.withAcme { desk in
            let lines = try await desk.done("show", "acme-seizure/seizure").lines
            let event = try await desk.json("show", "acme-seizure#3")
            #expect(
                lines == [
                    "FIELD        VALUE",
                    "event        acme-seizure/seizure",
                    "type         control.taken",
                    "summary      The ministry takes control of Acme.",
                    "occurred     2 April 2031",
                    "actor        Ministry of Economic Affairs",
                    "target       Acme Semiconductors",
                    "data.asset   acme",
                    "data.scope   management",
                    "link         follows, temporal: acme-seizure/warning; asserted by",
                    "             gazette-2031-04-02; DENIED BY nl-economy-minister",
                    "             (letter-2031-04-10)",
                    "claim        gazette-2031-04-02, paragraph 2",
                    "id           bd5459e0-2ac7-5abf-bc6d-c979097c67d9",
                    "position     8",
                    "version      3",
                    "recorded at  \(event["recorded_at"].string ?? "?")",
                    "recorded by  postgres/tester",
                    "leaf         \(event["leaf"].string ?? "?")",
                    "known at     8",
                ])
        }
    }

    @Test("what was asked for and is not there is said in words")
    func nothing() async throws {
        try await Desk.use { desk in
            let list = try await desk.done("list")
            #expect(list.output == "There is no case yet: cases open, or cases import.\n")
            let timeline = try await desk.done("timeline")
            #expect(timeline.output == "No matching events.\n")
        }
    }

    @Test("the window of a timeline keeps what may have happened in it, and what nobody dates")
    func during() async throws {
        try await Desk.withAcme { desk in
            func events(_ window: String) async throws -> [JSON] {
                try await desk.json("timeline", "--during", window)["entries"].elements
                    .map { $0["event"] }
            }
            #expect(try await events("2031-04") == ["acme-seizure/seizure"])
            #expect(try await events("2031-03-31") == ["acme-seizure/warning"])
            #expect(try await events("2030") == [])
            try await desk.done(
                "add-event", "acme-seizure", "action.taken", "--undated", "--key", "undated",
                "--summary", "A.", "--actor", "acme", "--no-source", "x", "--set", "what=x")
            #expect(try await events("2030") == ["acme-seizure/undated"])
            let refusal = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: "2031-13" is not a date: there is no such month
                           write 01 to 12, or 21 to 24 for spring to winter
                    """)
            try await refusal.check(["timeline", "--during", "2031-13"], at: desk)
        }
    }
}
