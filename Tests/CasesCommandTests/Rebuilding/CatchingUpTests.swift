import TestSupport
import Testing

@Suite("Read models that lack events", .serialized)
struct CatchingUpTests {
    /// The case as it is with the threat of May, and without: two happenings.
    private func check(_ listed: JSON, isLate: Bool) {
        #expect(listed["events"] == (isLate ? 3 : 2))
        #expect(listed["last_date"]["edtf"].string == (isLate ? "2031-05-01" : "2031-04-02"))
    }

    @Test("are told to be behind; readers are right all the same, and a check catches up first")
    func lost() async throws {
        try await Desk.withAcme { desk in
            check(try await desk.listed(), isLate: false)
            try await desk.appendBySQL()
            let behind = try await desk.json("projections")["projections"].elements
            #expect(behind.allSatisfy { $0["status"] == "behind" && $0["lag"] == 1 })
            check(try await desk.listed(), isLate: true)
            #expect(try await desk.json("rebuild", "--check")["head"] == 9)
            let current = try await desk.json("projections")["projections"].elements
            #expect(current.allSatisfy { $0["status"] == "current" && $0["position"] == 9 })
            check(try await desk.listed(), isLate: true)
        }
    }

    @Test("catch up with the next event that the program records")
    func next() async throws {
        try await Desk.withAcme { desk in
            try await desk.appendBySQL()
            try await desk.done("add-actor", "x", "--name", "X", "--type", "group")
            #expect(Set(try await desk.statuses().values) == ["current"])
            #expect(try await desk.json("rebuild", "--check")["head"] == 10)
        }
    }

    @Test("although they say that they do not are found out: rows and events are named")
    func skipped() async throws {
        try await Desk.withAcme { desk in
            try await desk.appendBySQL()
            try await desk.sql(
                """
                UPDATE WS.projection
                SET position = 9, leaf = (SELECT leaf FROM WS.event WHERE position = 9)
                """)
            let told = try await desk.run("rebuild", "--check", "--json")
            #expect(told.exitCode == 1)
            var found: [String: [JSON]] = [:]
            for line in try JSON(told.stdout)["projections"].elements {
                for difference in line["differences"].elements {
                    let name = line["name"].string ?? ""
                    #expect(
                        difference["event"].string
                            == (name == "participants" ? "9" : "acme-seizure#4"), "\(name)")
                    found[name, default: []].append(difference["key"])
                }
            }
            let stream: JSON = "case/acme-seizure"
            #expect(
                found == [
                    "participants": [[stream, 9, "actor", "nl-economy-ministry"]],
                    "search": [[stream, 9]], "states": [[stream]], "timelines": [[stream, 9]],
                ])
            try await desk.done("rebuild")
            #expect(try await desk.run("rebuild", "--check").exitCode == 0)
            check(try await desk.listed(), isLate: true)
        }
    }

    @Test("are made from the beginning where they were emptied, and read right before that")
    func emptied() async throws {
        try await Desk.withAcme { desk in
            let kept = try await desk.readModels()
            try await desk.sql("DELETE FROM WS.projection")
            check(try await desk.listed(), isLate: false)
            #expect(Set(try await desk.statuses().values) == ["not built"])
            #expect(try await desk.rebuilt() == kept)
            // Rows without a projection, as somebody left them, are in nobody's way.
            try await desk.sql("DELETE FROM WS.projection")
            #expect(try await desk.rebuilt("--check") == kept)
            try await desk.sql(
                """
                DELETE FROM WS.projection;
                INSERT INTO WS.case_state SELECT g, 'case/zero', 'X', 'open', 0, NULL, NULL, '{}'
                FROM generate_series(1, 9) AS g;
                """)
            #expect(try await desk.rebuilt("--check") == kept)
            check(try await desk.listed(), isLate: false)
            #expect(try await desk.json("list")["cases"].elements.count == 1)
        }
    }

    @Test("show each write to whoever reads next")
    func written() async throws {
        try await Desk.use { desk in
            #expect(try await desk.json("list")["cases"] == [])
            for number in 1...5 {
                try await desk.done("open", "case-\(number)", "--title", "Case \(number)")
                let cases = try await desk.json("list")["cases"].elements
                #expect(cases.map { $0["case"].string } == (1...number).map { "case-\($0)" })
            }
            try await desk.done("close", "case-3", "--outcome", "It is over.")
            let states = try await desk.json("list")["cases"].elements.map { $0["status"].string }
            #expect(states == ["open", "open", "closed", "open", "open"])
        }
    }
}
