import TestSupport
import Testing

@Suite("What the record said then")
struct KnownAtTests {
    @Test("is the old date before a correction, and the new one from then on, in every answer")
    func correction() async throws {
        try await Desk.withHalt { desk in
            for position in ["9", "10", "11", "12"] {
                let isOld = position == "9"
                let edtf: JSON = isOld ? "2031-04" : "[2031-04-05..2031-04-08]"
                let state = try await desk.json("show", "halt", "--known-at", position)
                #expect(state["measures"].elements.first?["since"]["edtf"] == edtf)
                let timeline = try await desk.json("timeline", "halt", "--known-at", position)
                #expect(timeline.entry("halt/answer")["occurred"]["edtf"] == edtf)
                let chain = try await desk.json("chain", "halt", "--known-at", position)
                // From 1 April: to some day of April, or to the 5th, 6th, 7th or 8th.
                let days: JSON = isOld ? ["min": 0, "max": 29] : ["min": 4, "max": 7]
                #expect(chain["links"].elements.first?["days"] == days)
            }
        }
    }

    @Test("holds back denials and retractions that came later")
    func later() async throws {
        try await Desk.withHalt { desk in
            let before = try await desk.json("timeline", "halt", "--known-at", "10")
            #expect(before.entry("halt/rumour") != .null)
            #expect(before["known_at"] == 10)
            let chain = try await desk.json("chain", "halt", "--known-at", "10")
            #expect(chain["links"].elements.map { $0["disputed_by"] } == [[]])
            let now = try await desk.json("timeline", "halt")
            #expect(now.entry("halt/rumour") == .null)
            #expect(now["known_at"] == 12)
        }
    }

    @Test("at the head, beyond it and at the end of the last day is what it says now")
    func head() async throws {
        try await Desk.withHalt { desk in
            let day = try await desk.text("recorded_at", ofEventAt: 12).prefix(10)
            for question in [["show", "halt"], ["timeline"], ["chain", "halt"], ["list"]] {
                let now = try await desk.done(question + ["--json"]).output
                for time in ["12", "13", "9223372036854775807", "9999-12-31", String(day)] {
                    let then = try await desk.done(question + ["--json", "--known-at", time])
                    #expect(then.output == now, "\(question) at \(time)")
                }
            }
        }
    }

    @Test("can be asked by the very microsecond of an event")
    func moment() async throws {
        try await Desk.withHalt { desk in
            let shown = try await desk.json("show", "halt/fix")
            let moment = try #require(shown["recorded_at"].string)
            let then = try await desk.json("show", "halt", "--known-at", moment)
            #expect(then["known_at"] == 10)
            let line = try await desk.json("list", "--known-at", "1970-01-01T00:00:00Z")
            #expect(line["cases"] == [])
            #expect(line["known_at"] == 0)
        }
    }

    @Test(
        "of a case that was not yet opened is that it is not there",
        arguments: [
            ["show", "halt"], ["timeline", "halt"], ["chain", "halt"], ["conflicts", "halt"],
        ])
    func before(question: [String]) async throws {
        try await Desk.withHalt { desk in
            for time in ["0", "5", "2020-01-01"] {
                let outcome = try await desk.program.run(question + ["--known-at", time])
                #expect(outcome.exitCode == 4)
                #expect(outcome.output == "")
                #expect(
                    outcome.errors == """
                        cases: case "halt" is not there by the clocks that were asked
                               ask for a later --as-of, --published-by or --known-at

                        """)
            }
        }
    }

    @Test("of an event that was not yet recorded is that it is not there")
    func event() async throws {
        try await Desk.withHalt { desk in
            for question in ["show", "chain"] {
                let outcome = try await desk.run(question, "halt/answer", "--known-at", "7")
                #expect(outcome.exitCode == 4)
                #expect(
                    outcome.errors.hasPrefix(
                        "cases: event halt/answer is not there by the clocks that were asked\n"))
            }
        }
    }

    @Test("of all cases names those that were opened by then")
    func all() async throws {
        try await Desk.withHalt { desk in
            try await desk.done("open", "other", "--title", "Another")
            let then = try await desk.json("timeline", "--known-at", "12")
            #expect(then["cases"] == ["halt"])
            #expect(try await desk.json("timeline")["cases"] == ["halt", "other"])
        }
    }

    @Test(
        "is asked by a position, a time or a day, and by nothing else",
        arguments: [
            "yesterday", "-1", "007", "+5", "4.5", "2031-13-01", "2031-04", "2031-04-02T09:30",
            "99999999999999999999", "2031-04-02T09:30:00+02:00", "12\u{301}",
        ])
    func refusal(text: String) async throws {
        try await Desk.use { desk in
            let outcome = try await desk.run("list", "--known-at=\(text)")
            #expect(outcome.exitCode == 64)
            #expect(outcome.errors.contains("is neither a position nor a time"))
            #expect(outcome.errors.contains("write a position, 4121, a time in UTC"))
        }
    }
}

extension JSON {
    /// The timeline's entry of an event; null where there is none.
    func entry(_ event: JSON) -> JSON {
        self["entries"].elements.first { $0["event"] == event } ?? .null
    }
}
