import TestSupport
import Testing

/// A seizure that an agency and a paper report, of which the paper only retells the agency; a ban
/// that the rival reports, with a link that the agency asserts.
private enum Withdrawn {
    static let file = """
        sources:
          agency: {title: A, publisher: A, published: 2031-01-05}
          paper: {title: P, publisher: P, published: 2031-01-06, reports: agency}
          echo: {title: E, publisher: E, published: 2031-01-07, reports: paper}
          rival: {title: R, publisher: R, published: 2031-01-08}
        actors:
          nl: {name: Netherlands, type: state, country: NL}
          cn: {name: China, type: state, country: CN}
          acme: {name: Acme, type: company, country: NL}
        case: loss
        title: A loss
        events:
          - key: seizure
            type: control.taken
            occurred: 2031-01-02
            summary: The seizure.
            actors: [{role: actor, actor: nl}, {role: target, actor: acme}]
            claims: [{source: agency}, {source: paper}]
            data: {asset: acme}
          - key: echoed
            type: action.taken
            occurred: 2031-01-03
            summary: An echo.
            actors: [{role: actor, actor: nl}]
            claims: [{source: echo}]
            data: {what: x}
          - key: ban
            type: measure.imposed
            occurred: 2031-01-12
            summary: The ban.
            actors: [{role: actor, actor: cn}]
            claims: [{source: rival}]
            data: {measure: ban, kind: export_ban}
            links:
              - relation: responds_to
                mode: retaliates_for
                to: loss/seizure
                basis: explicit
                asserted_by: [agency]
          - key: end
            type: measure.ended
            occurred: 2031-01-20
            summary: The end.
            actors: [{role: actor, actor: cn}]
            claims: [{source: agency}]
            data: {measure: ban, how: revoked}

        """
}

extension Desk {
    fileprivate static func withLoss(_ body: (Desk) async throws -> Void) async throws {
        try await use { desk in
            try desk.write(Withdrawn.file, to: "loss.yaml")
            try await desk.done("import", "loss.yaml")
            try await body(desk)
        }
    }
}

@Suite("What only withdrawn sources assert", .serialized)
struct WithdrawnSourceTests {
    @Test("is listed when the source is withdrawn, beside what then rests on retellings alone")
    func retold() async throws {
        try await Desk.withLoss { desk in
            let told = try await desk.json("withdraw", "agency", "--reason", "Forged.")
            #expect(
                told["unsupported"].elements.map { $0["event"] } == ["loss/ban", "loss/end"])
            #expect(
                told["retold"] == [
                    ["event": "loss/seizure", "what": "event", "with": ["paper"]],
                    ["event": "loss/echoed", "what": "event", "with": ["echo"]],
                ])
            let text = try await desk.done("withdraw", "agency", "--reason", "x", "--dry-run")
            #expect(
                text.lines.suffix(3) == [
                    "Supported only by sources that retell what was withdrawn:",
                    "  event loss/seizure, by paper", "  event loss/echoed, by echo",
                ])
        }
    }

    @Test("is no retaliation, answers nothing and is marked, until the withdrawal is retracted")
    func chain() async throws {
        try await Desk.withLoss { desk in
            let before = try await desk.json("chain", "loss")
            #expect(before["retaliations"] == 1)
            try await desk.done("withdraw", "agency", "--reason", "Forged.")
            let chain = try await desk.json("chain", "loss")
            #expect(chain["links"].elements.map { $0["unsupported"] } == [true])
            #expect(chain["retaliations"] == 0)
            #expect(chain["depth"] == 0)
            #expect(chain["weakest"] == JSON.null)
            #expect(chain["unanswered"].elements.contains("loss/seizure"))
            #expect(chain["withdrawn_sources"] == ["agency"])
            let text = try await desk.done("chain", "loss").output
            #expect(text.contains("asserted by agency (withdrawn), unsupported"))
            try await desk.done("retract", "source/agency#2", "--reason", "Genuine.")
            let after = try await desk.json("chain", "loss")
            for name in before.names.subtracting(["known_at"]) {
                #expect(after[name] == before[name], "\(name)")
            }
        }
    }

    @Test("answers nothing, even where an analyst asserts the link")
    func answer() async throws {
        try await Desk.withLoss { desk in
            try await desk.done(
                "add-event", "loss", "measure.imposed", "--key", "answer", "--occurred",
                "2031-01-15",
                "--actor", "cn", "--set", "measure=other-ban", "--set", "kind=tariff", "--summary",
                "Another ban.", "--source", "rival", "--retaliates-for", "loss/seizure")
            try await desk.done("withdraw", "agency", "--reason", "Forged.")
            #expect(try await desk.json("chain", "loss")["retaliations"] == 1)
            try await desk.done("withdraw", "rival", "--reason", "Forged.")
            let chain = try await desk.json("chain", "loss")
            #expect(chain["retaliations"] == 0)
            #expect(chain["acts"] == 0)
            #expect(chain["unanswered"].elements.contains("loss/seizure"))
        }
    }

    @Test("stands in the timeline as unsupported, and the source is marked beside it")
    func timeline() async throws {
        try await Desk.withLoss { desk in
            try await desk.done("withdraw", "agency", "--reason", "Forged.")
            let entries = try await desk.json("timeline", "loss")["entries"].elements
            #expect(
                entries.map { $0["status"] } == [
                    "asserted", "asserted", "asserted", "unsupported",
                ])
            let text = try await desk.done("timeline", "loss").output
            #expect(text.contains("loss/seizure [agency (withdrawn), paper]"))
            #expect(text.contains("withdrawn: agency"))
            #expect(try await desk.json("show", "loss/end")["unsupported"] == true)
        }
    }

    @Test("changes no state: what it alone tells is shown, marked, where nothing else speaks of it")
    func state() async throws {
        try await Desk.withLoss { desk in
            let before = try await desk.json("show", "loss")["measures"].elements[0]
            #expect(before["status"] == "ended")
            try await desk.done("withdraw", "agency", "--reason", "Forged.")
            let measure = try await desk.json("show", "loss")["measures"].elements[0]
            #expect(measure["status"] == "in_force")
            #expect(measure["unsupported"] == JSON.null)
            try await desk.done("withdraw", "rival", "--reason", "Forged.")
            try await desk.done("withdraw", "paper", "--reason", "Forged.")
            let state = try await desk.json("show", "loss")
            #expect(state["measures"].elements.map { $0["unsupported"] } == [true])
            #expect(state["controls"].elements.map { $0["unsupported"] } == [true])
            #expect(try await desk.json("chain", "loss")["unanswered"] == [])
        }
    }

    @Test("denies and contradicts nothing")
    func dissent() async throws {
        try await Desk.withLoss { desk in
            try desk.write(
                """
                case: loss
                title: A loss
                events:
                  - key: other-day
                    type: claim.added
                    claims: [{source: rival}]
                    data: {event: loss/seizure, field: occurred, value: 2031-01-01}
                  - key: denial
                    type: link.disputed
                    claims: [{source: rival}]
                    data: {event: loss/ban, relation: responds_to, to: loss/seizure, by: cn}

                """, to: "more.yaml")
            try await desk.done("import", "more.yaml")
            #expect(try await desk.json("show", "loss")["disputes"].elements.count == 2)
            try await desk.done("withdraw", "rival", "--reason", "Forged.")
            #expect(try await desk.json("show", "loss")["disputes"] == [])
            let entries = try await desk.json("timeline", "loss")["entries"].elements
            #expect(entries[0]["status"] == "asserted")
            let claims = try await desk.json("show", "loss/seizure")["claims"].elements
            #expect(claims.map { $0["withdrawn"] } == [JSON.null, JSON.null, true])
        }
    }
}
