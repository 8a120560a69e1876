import TestSupport
import Testing

@Suite("Questions over all cases")
struct QuestionTests {
    private static let file = """
        sources:
          gazette: {title: Gazette, publisher: null, published: 2031-04-02}
        actors:
          south: {name: South, type: state, country: CN}
          north: {name: North, type: state, country: NL}
          acme: {name: Acme, type: company, country: NL}
          lamp-hire: {name: Lamp Hire, type: company, country: CN}
        measures:
          lamp-ban:
            name: Lamp ban
            kind: export_ban
            jurisdiction: south
            scope: [{scheme: HS, code: "9405.11"}]
        case: lamps
        title: Lamps
        events:
          - key: seizure
            type: control.taken
            occurred: 2031-04-02
            summary: North takes Acme.
            actors: [{role: actor, actor: north}, {role: target, actor: acme}]
            claims: [{source: gazette}]
            data: {asset: acme, until: 2031-07}
          - key: ban
            type: measure.imposed
            occurred: 2031-04-09
            summary: South bans lamps.
            actors: [{role: actor, actor: south}, {role: target, actor: acme}]
            claims: [{source: gazette}]
            data: {measure: lamp-ban, kind: export_ban, until: 2031-06-30}
            links:
              - relation: responds_to
                mode: retaliates_for
                to: lamps/seizure
                basis: explicit
                asserted_by: [gazette]
          - key: hearing
            type: deadline.set
            occurred: 2031-04-12
            summary: The court sets a hearing.
            actors: [{role: actor, actor: north}]
            claims: [{source: gazette}]
            data: {what: "hearing, on Acme's lamps; with a title so long that it is cut: été", due: 2031-05-20}
          - key: delivery
            type: transfer.made
            occurred: 2031-04
            summary: Acme delivers lamps.
            actors: [{role: seller, actor: acme}, {role: buyer, actor: lamp-hire}]
            claims: [{source: gazette}]
            data:
              item: lamps
              from: acme
              to: lamp-hire
              quantity: [{printed: nearly 500, max: 499, unit: lamps}]
              place: Harbour
          - key: hire
            type: access.provided
            occurred: null
            summary: South uses the lamps.
            actors: [{role: provider, actor: lamp-hire}, {role: user, actor: south}]
            claims: [{source: gazette}]
            data:
              service: light by the hour
              provider: lamp-hire
              user: south
              quantity: [{printed: "500", value: 500, unit: lamps}]
          - {key: tagged, type: tag.added, data: {tag: light}}

        """

    private func withLamps(_ body: @Sendable (Desk) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(QuestionTests.file, to: "lamps.yaml")
            try await desk.done("import", "lamps.yaml")
            try await body(desk)
        }
    }

    @Test func `due lists what runs out, in order of days`() async throws {
        try await withLamps { desk in
            let told = try await desk.done("due", "--from", "2031-05-10", "--within", "12w").output
            #expect(
                told == """
                    20 May 2031, in 10 days: hearing, on Acme's lamps; with a title so long that it
                    is cut: été
                      set by lamps/hearing
                    30 June 2031, in 51 days: Lamp ban (lamp-ban) is to end
                      set by lamps/ban
                    July 2031, in 52 to 82 days: the control of Acme is to end
                      set by lamps/seizure

                    as recorded at position 13; true as of 10 May 2031

                    """)
            let late = try await desk.json("due", "--from", "2031-07-01", "--overdue")["due"]
            #expect(
                late.elements.map { [$0["what"].string, $0["overdue"].bool.map(String.init)] }
                    == [["deadline", "true"], ["measure", "true"], ["control", nil]])
            let table = try await desk.done(
                "due", "--from", "2031-05-10", "--format", "csv"
            ).lines
            #expect(table.count == 2)
            #expect(table[1].contains(",2031-05-20,10,10,,yes,lamps/hearing"))
        }
    }

    @Test func `due as a calendar has one entry for each day or window`() async throws {
        try await withLamps { desk in
            let told = try await desk.done(
                "due", "--from", "2031-05-10", "--within", "12w", "--ics"
            ).output
            let lines = told.split(separator: "\r\n", omittingEmptySubsequences: false)
            #expect(lines.last == "")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 })
            #expect(lines.count { $0 == "BEGIN:VEVENT" } == 3)
            #expect(
                told.contains(
                    "SUMMARY:hearing\\, on Acme's lamps\\; with a title so long that it is cut: é\r\n té\r\n"
                ))
            #expect(told.contains("DTSTART;VALUE=DATE:20310701\r\nDTEND;VALUE=DATE:20310801\r\n"))
            let again = try await desk.done(
                "due", "--from", "2031-05-10", "--within", "12w", "--ics"
            ).output
            #expect(again == told)
        }
    }

    @Test func `answers tells who answers whom, how often and how fast`() async throws {
        try await withLamps { desk in
            let told = try await desk.done("answers").output
            #expect(
                told == """
                    country:CN answers country:NL: 1 act, 1 round, 1 in retaliation
                      after 7 days; median: 7 days

                    as recorded at position 13

                    """)
            let pairs = try await desk.json("answers", "lamps")["pairs"].elements
            #expect(pairs.map { $0["days"]["median"]["min"].integer } == [7])
        }
    }

    @Test func `trace prints each hand, what it held, and whether the numbers fit`() async throws {
        try await withLamps { desk in
            let told = try await desk.done("trace", "lamps").output
            #expect(
                told == """
                    1. Acme gives Lamp Hire: lamps
                       nearly 500 lamps
                       April 2031, Harbour (lamps/delivery)
                    2. Lamp Hire lets South use: light by the hour
                       500 lamps
                       undated (lamps/hire)

                    CHECKS
                      wrong: Lamp Hire gets nearly 500 lamps and lets others use 500 lamps

                    as recorded at position 13

                    """)
            let steps = try await desk.json("trace", "acme")["steps"].elements
            #expect(steps.map { $0["event"].string } == ["lamps/delivery"])
        }
    }

    @Test func `measures takes conditions, and says what it does not know`() async throws {
        try await withLamps { desk in
            func found(_ asked: String...) async throws -> [String?] {
                let told = try JSON(
                    try await desk.done(["measures", "--json"] + asked).stdout)
                return told["measures"].elements.map { $0["measure"].string }
            }
            #expect(
                try await found(
                    "--in-force", "2031-05", "--by", "country:CN", "--against", "country:NL",
                    "--kind", "export_ban", "--scope", "hs:9405", "--tag", "light") == ["lamp-ban"])
            #expect(try await found("--in-force", "2031-04-08") == [])
            #expect(try await found("--against", "south") == [])
            let nobody = try await desk.run("measures", "--by", "nobody")
            #expect(nobody.exitCode == 4)
            #expect(nobody.errors.contains("there is no actor \"nobody\""))
            let nowhere = try await desk.run("measures", "--by", "country:UK")
            #expect(nowhere.exitCode == 64)
            #expect(nowhere.errors.contains("did you mean GB?"))
            let both = try await desk.run("measures", "--in-force", "2031", "--as-of", "2031")
            #expect(both.exitCode == 64)
        }
    }

    @Test func `a tag narrows timeline, list and due, by whichever name of the event it was put`()
        async throws
    {
        try await withLamps { desk in
            try await desk.done("open", "wires", "--title", "Wires")
            let tag =
                #"{"stream":"case/lamps","type":"tag.added","key":"t2","data":{"tag":"court","event":"lamps#4"}}"#
            try desk.write(tag + "\n", to: "tag.jsonl")
            try await desk.done("import", "tag.jsonl")
            func found(_ list: String, _ name: String, _ arguments: [String]) async throws
                -> [String?]
            {
                let told = try JSON(try await desk.done(arguments + ["--json"]).stdout)
                return told[list].elements.map { $0[name].string }
            }
            let court = ["--tag", "court"]
            #expect(try await found("entries", "event", ["timeline"] + court) == ["lamps/hearing"])
            #expect(
                try await found("entries", "event", ["timeline", "--tag", "light"]).count == 5)
            #expect(try await found("cases", "case", ["list"] + court) == ["lamps"])
            let due = ["due", "--from", "2031-05-10", "--within", "12w"]
            #expect(try await found("due", "set_by", due + court) == ["lamps/hearing"])
            let wrong = try await desk.run("list", "--tag", "cuort")
            #expect(wrong.exitCode == 4)
            #expect(wrong.errors.contains("did you mean \"court\"?"))
        }
    }

    @Test func `an actor is found by any of its names, and by the list that it is on`() async throws
    {
        try await withLamps { desk in
            try await desk.done(
                "add-actor", "lamps-inc", "--name", "Lamps Inc.", "--type", "company", "--also",
                "Lampada")
            let listed = #"""
                {"stream":"case/lamps","type":"party.listed","key":"l1","occurred":"2031-05-02","summary":"Listed.","claims":[{"source":"gazette"}],"actors":[{"role":"target","actor":"acme"}],"data":{"list":"dark-list","party":"acme"}}
                """#
            try desk.write(listed + "\n", to: "listed.jsonl")
            try await desk.done("import", "listed.jsonl")
            #expect(try await desk.json("actors", "LAMPADA")["actor"].string == "lamps-inc")
            #expect(try await desk.json("actors", "Lamp Hire")["actor"].string == "lamp-hire")
            let fires = try await desk.json("timeline", "--actor", "Lamp Hire")["entries"]
            #expect(fires.elements.map { $0["event"].string } == ["lamps/delivery", "lamps/hire"])
            let bans = try await desk.json("measures", "--by", "South")["measures"]
            #expect(bans.elements.map { $0["measure"].string } == ["lamp-ban"])
            // A name that only looks like one is another name.
            let alike = try await desk.run("actors", "Larnpada")
            #expect(alike.exitCode == 4)
            let unknown = try await desk.run("actors", "Lamp Hira")
            #expect(unknown.exitCode == 4)
            #expect(unknown.errors.contains("there is no actor \"Lamp Hira\""))
            let listing = try await desk.json("actors", "--list", "dark-list")["actors"]
            #expect(listing.elements.map { $0["actor"].string } == ["acme"])
            let before = try await desk.json(
                "actors", "--list", "dark-list", "--as-of", "2031-05-01")["actors"]
            #expect(before.elements.isEmpty)
            #expect(try await desk.done("actors").output.contains("on dark-list"))
            let wrong = try await desk.run("actors", "--list", "drak-list")
            #expect(wrong.exitCode == 4)
            #expect(wrong.errors.contains("did you mean \"dark-list\"?"))
        }
    }

    @Test func `recording an actor or a source that looks like another one says so, once`()
        async throws
    {
        try await withLamps { desk in
            let arguments = ["add-actor", "acrne", "--name", "Acrne", "--type", "company"]
            let told = try await desk.done(arguments)
            #expect(
                told.errors.contains(
                    "acrne may be the same as acme: their names look alike; see cases conflicts"))
            #expect(try await desk.done(arguments).errors == "")
            let line =
                #"{"stream":"actor/lamp-hlre","type":"actor.registered","key":"registered","data":{"name":"Lamp Hire","type":"company"}}"#
            try desk.write(line + "\n", to: "again.jsonl")
            #expect(
                try await desk.done("import", "again.jsonl", "--batch", "1").errors.contains(
                    "lamp-hlre may be the same as lamp-hire"))
            let other = try await desk.done("add-actor", "x", "--name", "Xylo", "--type", "company")
            #expect(other.errors == "")
            try await desk.done(
                "add-source", "page", "--title", "Page", "--publisher", "Gazette", "--published",
                "2031",
                "--url", "https://example.org/1")
            let source = try await desk.done(
                "add-source", "page-2", "--title", "Again", "--publisher", "Gazette", "--published",
                "2031", "--url", "https://example.org/1")
            #expect(
                source.errors.contains("page-2 may be the same as page: they have the same URL"))
        }
    }
}
