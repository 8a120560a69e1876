import TestSupport
import Testing

@Suite("Why something is so, on a terminal", .serialized)
struct WhyTextTests {
    // Zhang is CEO by June 2025, and suspended on 26 September.
    private static let role = """
        roles.zhang-xuezheng.nexperia.CEO.status: suspended
        nexperia-seizure, as recorded at position 214

        overridden, was set by nexperia-seizure/zhang-ceo, by June 2025: in_office
          role.stated: Zhang is Nexperia's CEO, and still is when American officials
          speak of it in June 2025.
          wsj-2025-10-14, paragraph 1, sentence 2, “in a June 2025 meeting”
          wsj-2025-10-14, paragraph 1, sentence 5

        set by nexperia-seizure/ceo-suspension, 26 September 2025: suspended
          role.changed: A Dutch court, granting an emergency petition, suspends Zhang as
          Nexperia's CEO.
          wsj-2025-10-14, paragraph 1, sentence 5, “The next day”
          wsj-2025-10-14, paragraph 1, sentence 3, “soon”
          follows, temporal: nexperia-seizure/american-warning
            asserted by wsj-2025-10-14
          follows, temporal: nexperia-seizure/seizure
            asserted by wsj-2025-10-14

        """

    // Two claims were added later, and it was explained why they contradict nothing.
    private static let kind = """
        rules.data.kind: export_licence_requirement
        ai-diffusion-rule, as recorded at position 214

        set by ai-diffusion-rule/rules, January 2025: export_licence_requirement
          measure.announced: The U.S. sets up rules by which companies need approval to
          export certain data about their AI models and to build large AI facilities
          abroad.
          wsj-2025-01-13, paragraph 1
          wsj-2025-01-13, paragraph 2, sentence 2
          wsj-2025-01-13, paragraph 5, sentence 1
          wsj-2025-01-13, headline
          wsj-2025-01-13, paragraph 2, sentence 2, says export_cap of data.kind
          wsj-2025-01-13, paragraph 1, says technology_control of data.kind

        added to by ai-diffusion-rule/caps: export_cap
          claim.added
          wsj-2025-01-13, paragraph 2, sentence 2

        added to by ai-diffusion-rule/facility-approvals: technology_control
          claim.added
          wsj-2025-01-13, paragraph 1

        explained by ai-diffusion-rule/several-kinds
          difference.explained: scope; One set of rules, three kinds of measure.
          Licences for the data (the "weights") of AI models, caps on chips, approvals
          for facilities abroad.

        """

    // Each side doubts or denies the other; none is picked.
    private static let owner = """
        ownership.aivres
          asset: aivres
          direct: unknown
          owner: inspur-electronic
          set_by: aivres-entity-list/aivres-owner
          share: 1
          undisclosed: no

          asset: aivres
          direct: nothing
          owner: nothing
          set_by: aivres-entity-list/aivres-undisclosed
          share: nothing
          undisclosed: yes
        aivres-entity-list, as recorded at position 214

        set by aivres-entity-list/aivres-owner, undated
          ownership.stated: Inspur Electronic owns the whole of Aivres Systems.
          wsj-2025-03-26, paragraph 2, sentence 1, “wholly owned”
          DISPUTED: telecom-loophole-transcript, paragraph 4, sentence 1, doubts

        set by aivres-entity-list/aivres-undisclosed, undated
          ownership.stated: Who owns Aivres is not made public.
          telecom-loophole-transcript, paragraph 4, sentence 1
          DISPUTED: wsj-2025-03-26, paragraph 2, sentence 1, denies

        """

    @Test("the real cases say what set a value, what was overridden, added and disputed")
    func fixtures() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            for (name, field, text) in [
                (
                    "nexperia-seizure", "roles.zhang-xuezheng.nexperia.CEO.status",
                    WhyTextTests.role
                ),
                ("ai-diffusion-rule", "rules.kind", WhyTextTests.kind.asked(as: "rules.kind")),
                ("ai-diffusion-rule", "rules.data.kind", WhyTextTests.kind),
                ("aivres-entity-list", "ownership.aivres", WhyTextTests.owner),
            ] {
                let told = try await desk.done("why", name, field)
                #expect(told.output == text)
                #expect(told.errors.isEmpty)
            }
        }
    }

    private static let corrected = """
        answer.occurred: [2031-04-05..2031-04-08]
        halt, as recorded at position 12

        corrected, was set by halt/answer, between 5 April 2031 and 8 April 2031:
        2031-04
          measure.imposed: Exports are halted.
          herald
          corrected by halt/fix: misreading

        set by halt/fix: [2031-04-05..2031-04-08]
          event.corrected: misreading
          no source: misread

        """

    private static let denied = """
        answer.links: responds_to (retaliates_for), explicit: halt/seizure; asserted by
        herald
        halt, as recorded at position 12

        set by halt/answer, between 5 April 2031 and 8 April 2031: responds_to
        (retaliates_for), explicit: halt/seizure; asserted by herald
          measure.imposed: Exports are halted.
          herald
          corrected by halt/fix: misreading
          responds_to (retaliates_for), explicit, likely: halt/seizure
            asserted by herald; DENIED BY The ministry (leaflet)

        disputed by halt/no
          link.disputed
          leaflet

        """

    private static let retracted = """
        rumour: Somebody is said to pack.
        halt, as recorded at position 12

        retracted, was set by halt/rumour, undated
          action.taken: Somebody is said to pack.
          leaflet
          retracted by halt/undo: wrong company

        """

    @Test("corrections, denials and retractions stand beside what they speak of")
    func amended() async throws {
        try await Desk.withHalt { desk in
            for (field, text) in [
                ("answer.occurred", WhyTextTests.corrected), ("answer.links", WhyTextTests.denied),
                ("rumour", WhyTextTests.retracted),
            ] {
                let told = try await desk.done("why", "halt", field)
                #expect(told.output == text)
            }
        }
    }

    private static let sourced = """
        controls.acme.seizure.since: 2031-04-03
        acme-seizure, as recorded at position 10; withdrawn: gazette-2031-04-02

        set by acme-seizure/seizure, 3 April 2031: 2031-04-03
          control.taken: The ministry takes control of Acme.
          gazette-2031-04-02 (withdrawn), paragraph 2
          corrected by acme-seizure#4: typo; One day off. (letter-2031-04-10, page 2)
          follows, temporal, unsupported: acme-seizure/warning
            asserted by gazette-2031-04-02 (withdrawn); DENIED BY Minister of Economic
            Affairs (letter-2031-04-10)

        """

    @Test("a correction names its source, and a withdrawn source is marked")
    func withdrawn() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-03", "--reason",
                "typo", "--note", "One day off.", "--source", "letter-2031-04-10@page 2")
            try await desk.done("withdraw", "gazette-2031-04-02", "--reason", "Forged.")
            let field = "controls.acme.seizure.since"
            let told = try await desk.done("why", "acme-seizure", field)
            #expect(told.output == WhyTextTests.sourced)
            let json = try await desk.json("why", "acme-seizure", field)
            #expect(json["withdrawn_sources"] == ["gazette-2031-04-02"])
            let before = try await desk.json("why", "acme-seizure", field, "--known-at", "9")
            #expect(before["withdrawn_sources"] == JSON.null)
        }
    }

    @Test("the clocks are asked as by any reading command")
    func clocks() async throws {
        try await Desk.withHalt { desk in
            let field = "measures.acme-halt.since"
            let before = try await desk.json("why", "halt", field, "--known-at", "9")
            #expect(before["value"]["edtf"] == "2031-04")
            #expect(before["known_at"] == 9)
            let corrections = before["because"].elements.map { $0["corrections"] }
            #expect(corrections == [JSON.array([])])
            let within = try await desk.json("why", "halt", field, "--as-of", "2031-04-06")
            #expect(within["because"].elements.map { $0["certain"] } == [false])
            #expect(within["as_of"] == "2031-04-06")
            let early = ["why", "halt", "rumour", "--as-of", "2031-04-01", "--json"]
            let rumour = try JSON(try await desk.done(early).stdout)
            #expect(rumour["because"].elements.map { $0["effect"] } == ["retracted"])
        }
    }

    @Test("what is not there is refused, with the nearest that is")
    func absent() async throws {
        try await Desk.withHalt { desk in
            for (name, field, message, hint) in [
                (
                    "halt", "answr.occurred", #"halt has no field "answr.occurred""#,
                    #"did you mean "answer.occurred"?"#
                ),
                (
                    "halt", "measures.acme-hal.status",
                    #"halt has no field "measures.acme-hal.status""#,
                    #"did you mean "measures.acme-halt.status"?"#
                ),
                (
                    "halt", "x", #"halt has no field "x""#,
                    "as in cases show: title, measures.SLUG.status, KEY.occurred"
                ),
                ("hat", "title", #"there is no case "hat""#, #"did you mean "halt"?"#),
            ] {
                let refusal = Refusal(
                    exitCode: 4, code: "not_found", text: "cases: \(message)\n       \(hint)")
                try await refusal.check(["why", name, field], at: desk)
            }
        }
    }
}

extension String {
    /// The text with another name of the field in its first line.
    fileprivate func asked(as field: String) -> String {
        field + drop { $0 != ":" }
    }
}
