import TestSupport
import Testing

@Suite("A function for a clock", .serialized)
struct ClockFunctionTests {
    @Test("of what occurred answers as --as-of does, for each event that is a point")
    func occurred() async throws {
        try await Desk.withSeizure { desk in
            for day in ["2031-03-19", "2031-04-02", "2031-04-06", "2031-05-10", "2031-06-30"] {
                let told = try await desk.json("timeline", "--as-of", day)["entries"].elements
                    .filter { $0["occurred"]["kind"] == "point" }
                    .map { entry -> JSON in
                        [
                            "event": entry["event"],
                            "answer": entry["certain"] == false ? "cannot say" : "yes",
                        ]
                    }
                let rows = try await desk.rows(
                    """
                    SELECT jsonb_build_object('event', b.event, 'answer', b.answer)
                    FROM WS.entries_between(NULL, '\(day)') b JOIN WS.entries e USING (position)
                    WHERE b.answer <> 'no' AND e.occurred_kind = 'point'
                    """)
                #expect(rows.counted == told.counted, "\(day)")
            }
        }
    }

    /// Windows, with the answer on each event that has a date or a span.
    private static let windows: [(first: String, last: String, yes: Set<String>, no: Set<String>)] =
        [
            (
                "'2031-04-03'", "'2031-04-08'", ["seizure/talks", "seizure#9", "ban/halt"],
                [
                    "seizure/warning", "seizure/taking", "ban/eased", "ban/tariff", "ban/reply",
                ]
            ),
            (
                "'2031-04-06'", "'2031-04-06'", ["seizure#9"],
                [
                    "seizure/warning", "seizure/taking", "ban/eased", "ban/tariff", "ban/reply",
                ]
            ),
            (
                "'2031-06-15'", "NULL", ["ban/reply"],
                [
                    "seizure/warning", "seizure/taking", "seizure/talks", "seizure#9", "ban/halt",
                    "ban/eased",
                ]
            ),
        ]

    @Test("of what occurred says yes, no or cannot say for each event", arguments: windows)
    func window(
        _ first: String, _ last: String, _ yes: Set<String>, _ no: Set<String>
    ) async throws {
        try await Desk.withSeizure { desk in
            let told = try await desk.rows(
                "SELECT jsonb_build_array(answer, event) FROM WS.entries_between(\(first), \(last))"
            )
            let answers = Dictionary(grouping: told) { $0.elements[0].string ?? "" }
                .mapValues { Set($0.compactMap { $0.elements[1].string }) }
            #expect(answers["yes"] == yes)
            #expect(answers["no"] == no)
            let rest = Set(answers["cannot say"] ?? [])
            #expect(rest.isSuperset(of: ["seizure/old", "seizure/secret"]))
            #expect(told.count == 10)
        }
    }

    @Test("of what was published knows what --published-by knows of each source")
    func published() async throws {
        try await Desk.withSeizure { desk in
            // The leaflet is undated and counts from the day on which it was recorded, before 2031.
            for (day, yes, doubtful) in [
                ("2031-04-01", ["leaflet"], []), ("2031-04-02", ["gazette", "leaflet"], []),
                ("2031-05-10", ["agency", "gazette", "leaflet"], ["echo", "herald"]),
                ("2031-05-31", ["agency", "gazette", "herald", "leaflet"], ["echo"]),
            ] {
                let told = try await desk.json("timeline", "--published-by", day)
                #expect(told["doubtful_sources"].elements.compactMap(\.string) == doubtful)
                for (answer, sources) in [("yes", yes), ("cannot say", doubtful)] {
                    let rows = try await desk.texts(
                        """
                        SELECT DISTINCT source FROM WS.claims_published_by('\(day)')
                        WHERE answer = '\(answer)' ORDER BY source
                        """)
                    #expect(rows == sources, "\(day) \(answer)")
                }
            }
            let before = try await desk.texts(
                "SELECT DISTINCT answer FROM WS.claims_published_by('2000-01-01')")
            #expect(before == ["no"])
        }
    }

    @Test("of what was recorded has the log as it was, by time and by position")
    func recorded() async throws {
        try await Desk.withSeizure { desk in
            let all = try await desk.texts(
                "SELECT e.position::text FROM WS.event e ORDER BY e.position")
            let byPosition = try await desk.texts(
                "SELECT e.position::text FROM WS.events_up_to(9) e ORDER BY e.position")
            #expect(byPosition == Array(all.prefix(9)))
            let byTime = try await desk.texts(
                """
                SELECT e.position::text FROM WS.events_known_at(
                    (SELECT recorded_at FROM WS.event WHERE position = 24)) e ORDER BY e.position
                """)
            #expect(byTime == Array(all.prefix(24)))
            #expect(try await desk.texts("SELECT event FROM WS.events_up_to(0)").isEmpty)
        }
    }
}
