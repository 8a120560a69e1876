import TestSupport
import Testing

@Suite("A measure is one thing in all cases")
struct MeasuresTests {
    private static let first = """
        measures:
          shared: {name: The shared ban, kind: export_ban, jurisdiction: south, \
        scope: [{scheme: HS, code: "8541.10"}]}
        case: first
        title: First
        events:
        \(event("start", "measure.imposed", "2040-01-02", by: "south",
            "measure: shared, kind: export_ban"))
        """
    private static let second = """
        case: second
        title: Second
        events:
        \(event("end", "measure.ended", "2040-03-02", by: "south",
            "measure: shared, how: revoked"))
        """

    private func withBoth(_ body: @Sendable (Desk) async throws -> Void) async throws {
        try await Desk.with(MeasuresTests.first) { desk in
            try await desk.done("import", desk.write(MeasuresTests.second, to: "second.yaml"))
            try await body(desk)
        }
    }

    @Test("so a case shows what another case says of it, and why")
    func shared() async throws {
        try await withBoth { desk in
            let row = try await desk.json("show", "first")["measures"].elements[0]
            #expect(row["status"].string == "ended")
            #expect(row["set_by"].string == "second/end")
            let why = try await desk.json("why", "first", "measures.shared.status")["because"]
            #expect(why.elements.map { $0["event"].string } == ["first/start", "second/end"])
            let early = try await desk.json("show", "first", "--as-of", "2040-02")["measures"]
            #expect(early.elements[0]["status"].string == "in_force")
            let before = try await desk.json("show", "first", "--known-at", "7")["measures"]
            #expect(before.elements[0]["status"].string == "in_force")
            let changes = try await desk.json("diff", "first", "--from", "7", "--to", "9")[
                "changes"]
            let status = changes.elements.first { $0["field"].string == "measures.shared.status" }
            #expect(status?["because"].elements.map { $0.string } == ["second/end"])
        }
    }

    @Test("and yet another case opens and closes itself alone")
    func framed() async throws {
        try await withBoth { desk in
            try await desk.done("close", "second", "--outcome", "Over.")
            let why = try await desk.json("why", "first", "status")["because"]
            #expect(why.elements.map { $0["event"].string } == ["first/opened"])
            let changes = try await desk.json("diff", "first", "--from", "1", "--to", "99")
            let status = changes["changes"].elements.first { $0["field"].string == "status" }
            #expect(status?["because"].elements.map { $0.string } == ["first/opened"])
        }
    }

    @Test(
        "and stays so when nothing is kept, when an event of the other case is retracted or corrected"
    )
    func standing() async throws {
        try await withBoth { desk in
            try await desk.sql("DELETE FROM WS.projection")
            let folded = try await desk.json("show", "first")["measures"].elements[0]
            #expect(folded["status"].string == "ended")
            try await desk.done("retract", "second/end", "--reason", "another ban")
            let row = try await desk.json("show", "first")["measures"].elements[0]
            #expect(row["status"].string == "in_force")
        }
    }

    @Test("listed with name, status and cases, and shown by itself")
    func list() async throws {
        try await withBoth { desk in
            #expect(
                try await desk.done("measures").output == """
                    The shared ban (shared), export_ban
                      ended (revoked), since 2 March 2040
                      by South
                      set by second/end; cases: first, second

                    as recorded at position 9

                    """)
            let one = try await desk.json("measures", "shared")
            #expect(one["schema"].string == "cases.measure/1")
            #expect(one["scope"].elements.map { $0["code"].string } == ["8541.10"])
            #expect(one["events"].elements.map { $0.string } == ["first/start", "second/end"])
            let missing = try await desk.run("measures", "shraed")
            #expect(missing.exitCode == 4)
            #expect(missing.errors.contains("did you mean \"shared\"?"))
        }
    }

    @Test("and a slug named like a kind of stream is still a slug")
    func reserved() async throws {
        let file = """
            case: list
            title: A case that is called list
            events:
            \(event("measure", "measure.imposed", "2040-01-02", by: "south",
                "measure: measure, kind: export_ban"))
            """
        try await Desk.with(file) { desk in
            let answer = try await desk.json("show", "list")
            #expect(answer["last_event"].string == "list/measure")
            #expect(answer["measures"].elements.map { $0["measure"].string } == ["measure"])
        }
    }
}

@Suite("Actors")
struct ActorsTests {
    @Test("are listed with their names, roles and cases")
    func list() async throws {
        let file = """
            actors: {mill-ltd: {name: Mill Ltd, type: company, also: [Molen]}}
            case: mill
            title: The mill
            events:
            \(event("take", "control.taken", "2040-01-02", by: "north", "asset: mill"))
            """
        try await Desk.with(file) { desk in
            let rows = try await desk.json("actors")["actors"].elements
            #expect(rows.map { $0["actor"].string } == ["mill", "mill-ltd", "north", "south"])
            #expect(rows[2]["parts"]["actor"].integer == 1)
            #expect(rows[2]["cases"].elements.map { $0.string } == ["mill"])
            let line = #"""
                {"stream":"actor/mill-ltd","key":"merged","type":"actors.merged",\#
                "data":{"into":"mill","reason":"one company"}}
                """#
            try await desk.done("import", desk.write(line, to: "merge.jsonl"))
            for name in ["mill", "mill-ltd"] {
                let one = try await desk.json("actors", name)
                #expect(one["actor"].string == "mill")
                #expect(one["aliases"].elements.map { $0.string } == ["Mill Ltd", "Molen"])
                #expect(one["merged"].elements.map { $0.string } == ["mill-ltd"])
            }
        }
    }
}
