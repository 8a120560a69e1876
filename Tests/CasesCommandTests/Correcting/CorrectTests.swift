import TestSupport
import Testing

@Suite("A correction from the command line", .serialized)
struct CorrectTests {
    private let date = [
        "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-03", "--reason", "misreading",
        "--source", "gazette-2031-04-02@paragraph 3",
    ]

    @Test("says field by field what changed, and is read from then on")
    func changes() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done(date + ["--set", "scope=null", "--note", "A slip."])
            #expect(
                told.lines == [
                    "recorded 9  acme-seizure#4", "1 recorded, 0 duplicates; head 9",
                    "acme-seizure/seizure", "  occurred: 2031-04-02 → 2031-04-03",
                    "  data.scope: management → nothing",
                ])
            #expect(told.errors.hasPrefix("id "))
            let event = try await desk.json("show", "acme-seizure/seizure")
            #expect(event["occurred"]["edtf"] == "2031-04-03")
            #expect(event["standing"]["data"] == ["asset": "acme"])
            #expect(event["corrections"] == ["acme-seizure#4"])
            let correction = try await desk.json("show", "acme-seizure#4")["body"]
            #expect(
                correction == [
                    "claims": [["source": "gazette-2031-04-02", "at": "paragraph 3"]],
                    "data": [
                        "event": "acme-seizure/seizure", "reason": "misreading",
                        "note": "A slip.", "set": ["occurred": "2031-04-03", "data.scope": nil],
                    ],
                ])
        }
    }

    @Test("is recorded once: again it changes nothing, and with its id it is a replay")
    func once() async throws {
        try await Desk.withAcme { desk in
            let id = ["--id", "01890a5d-ac96-774b-bcce-b302099a8057"]
            try await desk.done(date + id)
            let replay = try JSON(try await desk.done(date + id + ["--json"]).stdout)
            #expect(replay["recorded"].elements.map { $0["replayed"] } == [true])
            let again = try await desk.done(date)
            #expect(
                again.lines == [
                    "0 recorded, 0 duplicates; head 9", "No change: this is recorded already.",
                ])
            #expect(again.errors.isEmpty)
            #expect(try await desk.head() == 9)
        }
    }

    @Test("shows what it would change and records nothing with --dry-run")
    func dryRun() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done(date + ["--set", "summary=It takes Acme.", "--dry-run"])
            #expect(
                told.lines.suffix(3) == [
                    "acme-seizure/seizure", "  occurred: 2031-04-02 → 2031-04-03",
                    "  summary: The ministry takes control of Acme. → It takes Acme.",
                ])
            #expect(try await desk.head() == Acme.count)
        }
    }

    @Test("takes the date away, names an event by its number, and stores its id")
    func undated() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done(
                "correct", "acme-seizure#3", "--set", "occurred=null", "--reason",
                "new_information",
                "--no-source", "the gazette was forged", "--expect-version", "3")
            #expect(told.lines.last == "  occurred: 2031-04-02 → undated")
            let body = try await desk.json("show", "acme-seizure#4")["body"]
            #expect(body["data"]["event"] == "bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
            #expect(body["data"]["set"] == ["occurred": nil])
            let stale = try await desk.run(
                "correct", "acme-seizure#3", "--set", "summary=x", "--reason", "typo",
                "--no-source", "x", "--expect-version", "3")
            #expect(stale.exitCode == 3)
        }
    }

    @Test("of a link keeps the id of the event that it names by its number")
    func link() async throws {
        try await Desk.withAcme { desk in
            let link = """
                [{"relation":"follows","to":"acme-seizure#2","basis":"temporal",\
                "asserted_by":["analyst"]}]
                """
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "links=" + link, "--reason", "typo",
                "--no-source", "x")
            let set = try await desk.json("show", "acme-seizure#4")["body"]["data"]["set"]
            let warning = try await desk.json("show", "acme-seizure/warning")["id"]
            #expect(set["links"].elements.map { $0["to"] } == [warning])
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "links=[]", "--reason", "typo",
                "--no-source", "x")
            let event = try await desk.json("show", "acme-seizure/seizure")
            #expect(event["standing"].names.contains("links") == false)
        }
    }

    @Test("corrects a correction, and an actor")
    func others() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(date)
            let told = try await desk.done(
                "correct", "acme-seizure#4", "--set", #"data.set={"occurred":"2031-04-04"}"#,
                "--reason", "typo", "--no-source", "x")
            #expect(told.lines.contains("  occurred: 2031-04-03 → 2031-04-04"))
            let event = try await desk.json("show", "acme-seizure/seizure")
            #expect(event["occurred"]["edtf"] == "2031-04-04")
            let actor = try await desk.done(
                "correct", "actor/acme/registered", "--set", "name=Acme", "--set",
                #"also=["A","B"]"#, "--reason", "wrong_identity", "--no-source", "x")
            #expect(
                actor.lines.suffix(3) == [
                    "actor/acme/registered", #"  data.also: ["Acme Semi"] → ["A","B"]"#,
                    "  data.name: Acme Semiconductors → Acme",
                ])
        }
    }

    @Test("may name nothing that is not there, at any depth, and leaves an event that can be read")
    func faults() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(date)
            let end = ["--reason", "typo", "--no-source", "x"]
            let seizure = ["correct", "acme-seizure/seizure", "--set"]
            let queen = #"[{"role":"actor","actor":"queen"}]"#
            let register = """
                there is no actor "queen"
                    register it: cases add-actor queen --name NAME --type TYPE
                """
            let first = "cases: 1 fault in the input; nothing was recorded\n"
            for (command, code, text) in [
                (
                    seizure + ["actors=\(queen)"], "bad_reference",
                    "data.set.actors[0].actor: \(register)"
                ),
                (
                    seizure + ["asset=queen"], "bad_reference",
                    #"data.set["data.asset"]: \#(register)"#
                ),
                (
                    ["correct", "acme-seizure#4", "--set", #"data.set={"actors":\#(queen)}"#],
                    "bad_reference", #"data.set["data.set"].actors[0].actor: \#(register)"#
                ),
                (
                    seizure + ["occurred=2031-13"], "bad_event",
                    """
                    data.set.occurred: "2031-13" is not a date: there is no such month
                        write 01 to 12, or 21 to 24 for spring to winter
                    """
                ),
            ] {
                try await Refusal(exitCode: 65, code: code, text: first + text)
                    .check(command + end, at: desk)
            }
            let missing = try await desk.run(
                "correct", "acme-seizure/seizure", "--set", "asset=null", "--reason", "typo",
                "--no-source", "x")
            #expect(missing.exitCode == 65)
        }
    }

    @Test("is refused where the event, the field or the reason is none")
    func refused() async throws {
        try await Desk.withAcme { desk in
            let end = ["--reason", "typo", "--no-source", "x"]
            for (command, exitCode, code, text) in [
                (
                    ["correct", "acme-seizure/seizur", "--set", "summary=x"] + end, 4, "not_found",
                    """
                    cases: there is no event acme-seizure/seizur
                           cases timeline shows the events of a case
                    """
                ),
                (
                    ["correct", "acme-seizure/seizure", "--set", "sumary=x"] + end, 65, "bad_event",
                    """
                    cases: control.taken has no field "sumary"
                           did you mean "summary"?
                    """
                ),
                (
                    [
                        "correct", "acme-seizure/seizure", "--set", "asset=a", "--set",
                        "data.asset=b",
                    ]
                        + end, 64, "usage",
                    """
                    cases: "data.asset" is set twice
                           give each path one value
                    """
                ),
                (
                    [
                        "correct", "acme-seizure/seizure", "--set", "asset=a", "--reason", "typ",
                        "--no-source", "x",
                    ], 64, "usage",
                    """
                    cases: unknown word "typ"
                           did you mean "typo"?
                    """
                ),
            ] as [([String], Int32, String, String)] {
                try await Refusal(exitCode: exitCode, code: code, text: text)
                    .check(command, at: desk)
            }
            let unsupported = try await desk.run(
                "correct", "acme-seizure/seizure", "--set", "asset=a", "--reason", "typo")
            #expect(unsupported.exitCode == 64)
        }
    }

    @Test("stands behind what it speaks of, in an import too")
    func order() async throws {
        try await Desk.withAcme { desk in
            try desk.write(
                """
                case: acme-seizure
                events:
                  - key: slip
                    type: event.retracted
                    data: {event: acme-seizure/later, reason: x}
                  - key: later
                    type: note.added
                    data: {text: x}

                """, to: "early.yaml")
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    early.yaml:5:12: data.event: the event is recorded only after this one
                        put what speaks of an event behind it
                    """)
            try await refusal.check(["import", "early.yaml"], at: desk)
        }
    }
}
