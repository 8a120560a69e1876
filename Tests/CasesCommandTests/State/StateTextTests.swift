import TestSupport
import Testing

@Suite("How a case stands, as people read it")
struct StateTextTests {
    @Test("an order with a later day of effect is announced until that day, then in force")
    func effective() async throws {
        let file = """
            case: tariff
            title: A tariff
            events:
            \(event("order", "measure.imposed", "2040-04-04", by: "south",
                "measure: duty, kind: tariff, effective: 2040-04-10, until: 2040-12-31"))
            """
        try await Desk.with(file) { desk in
            #expect(
                try await desk.done("show", "tariff", "--as-of", "2040-04-05").output == """
                    A tariff
                    tariff, open, as recorded at position 6; true as of 5 April 2040

                    MEASURES
                      duty (tariff)
                        announced, since 4 April 2040, effective 10 April 2040
                        by South
                        set by tariff/order

                    LAST EVENT
                      tariff/order

                    """)
            let lines = try await desk.done("show", "tariff").lines
            #expect(lines[5] == "    in force, since 10 April 2040, until 31 December 2040")
            let later = try await desk.done("show", "tariff", "--as-of", "2041-01-01").lines
            #expect(
                Array(later[5...6]) == [
                    "    in force, since 10 April 2040, until 31 December 2040, which has passed; no",
                    "    end is recorded",
                ])
            let row = try await desk.json("show", "tariff", "--as-of", "2041")["measures"].elements[
                0]
            #expect(row["until_passed"].bool == true)
        }
    }

    @Test("what only may have come since stands beside what is certain")
    func perhaps() async throws {
        let file = """
            case: ban
            title: A ban
            events:
            \(event("start", "measure.imposed", "2040-01-01", by: "south",
                "measure: ban, kind: export_ban"))\(event("end", "measure.ended", "2040-06",
                by: "south", "measure: ban, how: revoked"))
            """
        try await Desk.with(file) { desk in
            #expect(
                try await desk.done("show", "ban", "--as-of", "2040-06-10").output == """
                    A ban
                    ban, open, as recorded at position 7; true as of 10 June 2040

                    MEASURES
                      ban (export_ban)
                        in force, since 1 January 2040
                        by South
                        set by ban/start
                        perhaps ended (revoked), since June 2040 (ban/end)

                    LAST EVENT
                      ban/end

                    """)
            let row = try await desk.json("show", "ban", "--as-of", "2040-06-10")["measures"]
                .elements[0]
            #expect(row["status"].string == "in_force")
            #expect(row["certain"].bool == nil)
            #expect(row["perhaps"].elements.map { $0["status"].string } == ["ended"])
        }
    }

    @Test("amendments, extensions and non-enforcement are listed with their days")
    func amendments() async throws {
        let file = """
            case: law
            title: A law
            events:
            \(event("law", "measure.imposed", "2040-01-02", by: "north",
                "measure: law, kind: other, instrument: Act 7"))\(event("pause", "measure.amended",
                "2040-02-01", by: "north",
                "measure: law, change: it is not enforced, enforced: false, enforced_until: 2040-04-05"
                ))\(event("longer", "measure.extended", "2040-04-04", by: "north",
                "measure: law, until: 2040-06-19"))
            """
        try await Desk.with(file) { desk in
            let told = try await desk.done("show", "law").output
            #expect(
                told == """
                    A law
                    law, open, as recorded at position 8

                    MEASURES
                      law (other)
                        in force, since 2 January 2040
                        not enforced, since 1 February 2040, until 19 June 2040
                        by North
                        Act 7
                        amended 1 February 2040: it is not enforced (law/pause)
                        set by law/law

                    LAST EVENT
                      law/longer

                    """)
        }
    }

    @Test("today is the day on which a command is typed")
    func today() async throws {
        let file = """
            case: old
            title: Old and new
            events:
            \(event("old", "measure.imposed", "1999", by: "south",
                "measure: old, kind: fine"))\(event("new", "measure.ended", "9999", by: "south",
                "measure: old, how: revoked"))
            """
        try await Desk.with(file) { desk in
            let row = try await desk.json("show", "old", "--as-of", "today")["measures"].elements[0]
            #expect(row["status"].string == "in_force")
            let refused = try await desk.run("show", "old", "--as-of", "todday")
            #expect(refused.exitCode == 64)
        }
    }
}
