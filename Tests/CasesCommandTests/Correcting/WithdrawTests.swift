import TestSupport
import Testing

@Suite("The withdrawal of a source", .serialized)
struct WithdrawTests {
    /// What rests on the gazette alone: both happenings and the link between them.
    private static let lost: JSON = [
        ["event": "acme-seizure/warning", "what": "event"],
        ["event": "acme-seizure/seizure", "what": "event"],
        [
            "event": "acme-seizure/seizure", "what": "link", "relation": "follows", "mode": nil,
            "to": "acme-seizure/warning",
        ],
    ]

    private let gazette = ["withdraw", "gazette-2031-04-02", "--reason", "Forged."]

    @Test("lists in words what loses its last support, and with --dry-run records nothing")
    func words() async throws {
        try await Desk.withAcme { desk in
            let list = [
                "No longer supported; correct or retract each, or add a source:",
                "  event acme-seizure/warning", "  event acme-seizure/seizure",
                "  link acme-seizure/seizure follows acme-seizure/warning",
            ]
            let dry = try await desk.done(gazette + ["--dry-run"])
            #expect(dry.lines.suffix(4) == list[...])
            #expect(try await desk.head() == Acme.count)
            let told = try await desk.done(gazette)
            #expect(
                told.lines == [
                    "recorded 9  source/gazette-2031-04-02#2",
                    "1 recorded, 0 duplicates; head 9",
                ] + list)
            let letter = try await desk.done("withdraw", "letter-2031-04-10", "--reason", "x")
            #expect(letter.lines.last == "Nothing loses its last support.")
        }
    }

    @Test("is recorded once, and a retraction restores what it took")
    func restored() async throws {
        try await Desk.withAcme { desk in
            let json = try JSON(try await desk.done(gazette + ["--json"]).stdout)
            #expect(json["schema"] == "cases.append/1")
            #expect(
                json["recorded"].elements.map { $0["event"] } == ["source/gazette-2031-04-02#2"])
            #expect(json["unsupported"] == WithdrawTests.lost)
            let again = try JSON(try await desk.done(gazette + ["--json"]).stdout)
            #expect(again["recorded"] == [])
            #expect(again["unsupported"] == WithdrawTests.lost)
            let retract = ["retract", "source/gazette-2031-04-02#2", "--reason", "It was genuine."]
            try await desk.done(retract)
            let anew = try JSON(try await desk.done(gazette + ["--json"]).stdout)
            #expect(anew["recorded"].elements.map { $0["version"] } == [4])
        }
    }

    @Test("spares what another source bears out, in another case too, until that is withdrawn")
    func spared() async throws {
        try await Desk.withAcme { desk in
            try desk.write(
                """
                case: other
                title: Another case
                events:
                  - key: second-reading
                    type: claim.added
                    claims: [{source: letter-2031-04-10}]
                    data: {event: acme-seizure/seizure, field: scope, value: all of it}
                  - key: second-voice
                    type: link.asserted
                    data:
                      event: acme-seizure/seizure
                      relation: follows
                      to: acme-seizure/warning
                      basis: temporal
                      asserted_by: [letter-2031-04-10]

                """, to: "other.yaml")
            try await desk.done("import", "other.yaml")
            let warning = try JSON(try await desk.done(gazette + ["--json"]).stdout)
            #expect(
                warning["unsupported"] == [["event": "acme-seizure/warning", "what": "event"]])
            let rest = try await desk.json("withdraw", "letter-2031-04-10", "--reason", "x")
            #expect(
                rest["unsupported"] == [
                    WithdrawTests.lost.elements[1], WithdrawTests.lost.elements[2],
                    [
                        "event": "acme-seizure/seizure", "what": "claim", "field": "data.scope",
                        "claim": "other/second-reading",
                    ],
                ])
        }
    }

    @Test("of a source that is not there is refused, and the nearest one is named")
    func absent() async throws {
        try await Desk.withAcme { desk in
            let refusal = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no source "gazette-2031-04-03"
                           did you mean "gazette-2031-04-02"?
                    """)
            try await refusal.check(["withdraw", "gazette-2031-04-03", "--reason", "x"], at: desk)
        }
    }
}
