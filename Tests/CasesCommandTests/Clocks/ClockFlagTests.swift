import TestSupport
import Testing

@Suite("By the clocks asked, a case")
struct ClockFlagTests {
    @Test("had nothing before a window, perhaps something in it, certainly after it")
    func asOf() async throws {
        try await Desk.withHalt { desk in
            for (day, certain) in [
                ("2031-04-04", nil), ("2031-04-05", false), ("2031-04-07", false),
                ("2031-04-08", JSON.null),
            ] as [(String, JSON?)] {
                let timeline = try await desk.json("timeline", "halt", "--as-of", day)
                #expect(timeline["as_of"] == .string(day))
                #expect(timeline.find("halt/answer")?["certain"] == certain)
                let state = try await desk.json("show", "halt", "--as-of", day)
                #expect(state["measures"].elements.first?["certain"] == certain)
                let chain = try await desk.json("chain", "halt", "--as-of", day)
                #expect(chain["links"].elements.first?["certain"] == certain)
                #expect(chain["nodes"].elements.count == (certain == nil ? 1 : 2))
            }
        }
    }

    @Test("says what sources had published, and names those that it had to place")
    func publishedBy() async throws {
        try await Desk.withHalt { desk in
            let none = try await desk.json("timeline", "halt", "--published-by", "2031-04-01")
            #expect(none["entries"] == [])
            let within = try await desk.json("timeline", "halt", "--published-by", "2031-04-22")
            #expect(within.find("halt/seizure")?["certain"] == JSON.null)
            #expect(within.find("halt/answer")?["certain"] == false)
            #expect(within["doubtful_sources"] == ["herald"])
            let after = try await desk.json("timeline", "halt", "--published-by", "2031-04-25")
            #expect(after.find("halt/answer")?["certain"] == JSON.null)
            #expect(after["doubtful_sources"] == [])
        }
    }

    @Test("knows no link and no denial that nobody had published")
    func links() async throws {
        try await Desk.withHalt { desk in
            let before = try await desk.json("chain", "halt", "--published-by", "2031-04-19")
            #expect(before["links"] == [])
            #expect(before["nodes"].elements.map { $0["event"] } == ["halt/seizure"])
            let within = try await desk.json("chain", "halt", "--published-by", "2031-04-22")
            #expect(within["links"].elements.map { $0["certain"] } == [false])
            // The denial's source bears no date: it counts from the day of recording, which is today
            // and so before the days of this invented case.
            #expect(within.denials == 1)
            let far = try await desk.json("chain", "halt", "--published-by", "9999")
            #expect(far.denials == 1)
            #expect(far["undated_sources"] == ["leaflet"])
        }
    }

    @Test("is asked by all three clocks at once")
    func together() async throws {
        try await Desk.withHalt { desk in
            let answer = try await desk.json(
                "timeline", "halt", "--as-of", "2031-04-30", "--published-by", "2031-04-25",
                "--known-at", "9")
            #expect(
                answer["entries"].elements.map { $0["event"] } == [
                    "halt/seizure", "halt/answer", "halt/rumour",
                ])
            #expect(answer.find("halt/answer")?["occurred"]["edtf"] == "2031-04")
            let corrected = try await desk.json(
                "timeline", "halt", "--as-of", "2031-04-04", "--published-by", "2031-04-25",
                "--known-at", "10")
            #expect(
                corrected["entries"].elements.map { $0["event"] } == [
                    "halt/seizure", "halt/rumour",
                ])
        }
    }

    @Test("says in its tables which clocks were asked, and what is not certain")
    func tables() async throws {
        try await Desk.withHalt { desk in
            let day = ["--as-of", "2031-04-06", "--published-by", "2031-04-22"]
            for question in [["show", "halt"], ["timeline", "halt"], ["chain", "halt"]] {
                let text = try await desk.done(question + day).output.words
                #expect(text.contains("true as of 6 April 2031"))
                #expect(text.contains("as published by 22 April 2031"))
                #expect(text.contains("perhaps not published by then: herald"))
                #expect(text.contains("not certain"))
            }
        }
    }

    @Test("is refused for what is not a date", arguments: ["--as-of", "--published-by"])
    func refusal(flag: String) async throws {
        try await Desk.use { desk in
            for command in [
                ["list"], ["show", "halt"], ["timeline"], ["chain", "halt"], ["conflicts"],
            ] {
                let outcome = try await desk.program.run(command + [flag, "yesterday"])
                #expect(outcome.exitCode == 64)
                #expect(outcome.errors.contains("\"yesterday\" is not a date"))
            }
        }
    }
}

extension JSON {
    fileprivate func find(_ event: JSON) -> JSON? {
        self["entries"].elements.first { $0["event"] == event }
    }

    fileprivate var denials: Int {
        self["links"].elements.reduce(0) { $0 + $1["disputed_by"].elements.count }
    }
}

extension String {
    /// The words, however the lines are broken.
    fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
