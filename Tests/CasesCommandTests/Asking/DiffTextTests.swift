import TestSupport
import Testing

@Suite("What changed between two instants, on a terminal", .serialized)
struct DiffTextTests {
    private static let recorded = """
        halt, by the clock recorded, from 9 to 12
        as recorded at position 12

        STATE
          measures.acme-halt.since: 2031-04 → [2031-04-05..2031-04-08]
            by halt/fix, event.corrected: misreading

        TIMELINE
          answer.links
            - responds_to (retaliates_for), explicit, likely: halt/seizure; asserted by
            herald
            + responds_to (retaliates_for), explicit, likely: halt/seizure; asserted by
            herald; DENIED BY ministry (leaflet)
            by halt/no, link.disputed
          answer.occurred: 2031-04 → [2031-04-05..2031-04-08]
            by halt/fix, event.corrected: misreading
          answer.status: asserted → corrected
            by halt/fix, event.corrected: misreading
          - rumour: Somebody is said to pack.
            by halt/undo, event.retracted: wrong company

        """

    // The order lies somewhere from 1 to 10 October; that chips were sent may have begun long ago.
    private static let occurred = """
        wingtech-export-suspension, by the clock occurred, from 2025-09-30 to 2025-10-10
        as recorded at position 214

        STATE
          last_event: wingtech-export-suspension/chips-sent-to-china →
          wingtech-export-suspension/export-suspension
            by wingtech-export-suspension/export-suspension, measure.imposed
          + measures.wingtech-export-suspension: in_force
            by wingtech-export-suspension/export-suspension, measure.imposed

        TIMELINE
          + export-suspension: China answers the seizure by ordering Wingtech to halt
          exports of Nexperia's chips.
            by wingtech-export-suspension/export-suspension, measure.imposed

        """

    // One article tells all of it.
    private static let published = """
        wingtech-export-suspension, by the clock published, from 2025-10-13 to
        2025-10-14
        as recorded at position 214

        STATE
          last_event: nothing → wingtech-export-suspension/export-suspension
            by source/wsj-2025-10-14/captured, source.captured: published 14 October
            2025
          + measures.wingtech-export-suspension: in_force
            by source/wsj-2025-10-14/captured, source.captured: published 14 October
            2025

        TIMELINE
          + chips-sent-to-china: Nexperia has for a long time sent chips to China to be
          packaged and tested.
            by source/wsj-2025-10-14/captured, source.captured: published 14 October
            2025
          + export-suspension: China answers the seizure by ordering Wingtech to halt
          exports of Nexperia's chips.
            by source/wsj-2025-10-14/captured, source.captured: published 14 October
            2025

        """

    private static let sheet = """
        what,field,from,to,because,reasons
        state,measures.acme-halt.since,2031-04,[2031-04-05..2031-04-08],halt/fix,"halt/fix, event.corrected: misreading"
        timeline,answer.occurred,2031-04,[2031-04-05..2031-04-08],halt/fix,"halt/fix, event.corrected: misreading"
        timeline,answer.status,asserted,corrected,halt/fix,"halt/fix, event.corrected: misreading"

        """

    @Test("by the clock of the record, with the correction, denial and retraction behind it")
    func halt() async throws {
        try await Desk.withHalt { desk in
            let told = try await desk.done("diff", "halt", "--from", "9", "--to", "12")
            #expect(told.output == DiffTextTests.recorded)
            let csv = try await desk.done(
                "diff", "halt", "--from", "9", "--to", "10", "--format", "csv")
            #expect(csv.output == DiffTextTests.sheet)
            let same = try await desk.done("diff", "halt", "--from", "12", "--to", "12")
            #expect(
                same.lines == [
                    "halt, by the clock recorded, from 12 to 12", "as recorded at position 12",
                    "Nothing changed.",
                ])
        }
    }

    @Test("by the clocks of the world and of the sources, in a real case")
    func fixtures() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let name = "wingtech-export-suspension"
            let occurred = try await desk.done(
                "diff", name, "--clock", "occurred", "--from", "2025-09-30", "--to", "2025-10-10")
            #expect(occurred.output == DiffTextTests.occurred)
            let published = try await desk.done(
                "diff", name, "--clock", "published", "--from", "2025-10-13", "--to", "2025-10-14")
            #expect(published.output == DiffTextTests.published)
            // Of the case there are the opening (212) and two events.
            let came = try await desk.json("diff", name, "--from", "211", "--to", "214")
            let because = ["opened", "opened", "export-suspension", "export-suspension"]
            let behind = (because + ["chips-sent-to-china", "export-suspension"]).map {
                JSON.array([.string("\(name)/\($0)")])
            }
            #expect(came["changes"].elements.map { $0["because"] } == behind)
            #expect(came["events"].elements.map { $0["position"] } == [212, 213, 214])
        }
    }

    @Test("other clocks are asked as ever, the same one not twice")
    func clocks() async throws {
        try await Desk.withHalt { desk in
            let early = try await desk.json(
                "diff", "halt", "--from", "9", "--to", "12", "--as-of", "2031-04-01")
            // By then there is only the rumour that was retracted; the answer had not begun.
            #expect(early["as_of"] == "2031-04-01")
            #expect(early["changes"].elements.map { $0["field"] }.contains("rumour"))
            let twice = try await desk.run(
                "diff", "halt", "--from", "9", "--to", "12", "--known-at", "9")
            #expect(twice.exitCode == 64)
            #expect(twice.errors.contains("--known-at contradicts --clock recorded."))
        }
    }

    @Test("instants that are none and cases that are not there are refused")
    func refused() async throws {
        try await Desk.withHalt { desk in
            for (arguments, code, name, text) in [
                (
                    ["--from", "x", "--to", "12"], Int32(64), "usage",
                    """
                    cases: "x" is neither a position nor a time
                           write a position, 4121, a time in UTC, 2031-04-02T09:30:00Z, or a day
                    """
                ),
                (
                    ["--from", "2031-13", "--to", "2031", "--clock", "occurred"], 64, "usage",
                    """
                    cases: "2031-13" is not a date: there is no such month
                           write 01 to 12, or 21 to 24 for spring to winter
                    """
                ),
                (
                    ["--from", "1", "--to", "5"], 4, "not_found",
                    """
                    cases: case "halt" is not there by the clocks that were asked
                           ask for a later --as-of, --published-by or --known-at
                    """
                ),
            ] {
                try await Refusal(exitCode: code, code: name, text: text)
                    .check(["diff", "halt"] + arguments, at: desk)
            }
        }
    }
}
