import TestSupport
import Testing

@Suite("An imported list", .serialized)
struct ListImportTests {
    /// A Consolidated Screening List of invented parties.
    private static func list(_ parties: [(id: String, name: String)]) -> String {
        let rows = parties.map { row($0.id, $0.name) }
        return "{\"results\":[\(rows.joined(separator: ","))]}"
    }

    private static func row(_ id: String, _ name: String) -> String {
        """
        {"id":"\(id)","name":"\(name)","type":"Entity","source":"Entity List",
         "alt_names":["\(name) Ltd."],"country":"CN","start_date":"2031-01-09",
         "federal_register_notice":"96 FR 1","license_requirement":"For all items"}
        """
    }

    private static let first = list([("r1", "Acme"), ("r2", "Beta"), ("r3", "Gamma")])
    private static let second = list([("r1", "Acme"), ("r3", "Gamma"), ("r4", "Acme")])

    /// The command that imports a file as an edition.
    private static func edition(_ date: String, _ file: String) -> [String] {
        [
            "import-list", "csl", file, "--list", "screening", "--source", "csl-\(date)",
            "--edition", date,
        ]
    }

    /// Lends `body` a desk with two files, of which the first is imported.
    private static func withFirst(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(first, to: "first.json")
            try desk.write(second, to: "second.json")
            try await desk.done(edition("2031-04-02", "first.json"))
            try await body(desk)
        }
    }

    @Test("becomes a source, a list, a case, actors and a listing for each row")
    func first() async throws {
        try await Self.withFirst { desk in
            let answer = try await desk.json("show", "screening/listed-csl-r1")
            let body = answer["body"]
            #expect(body["occurred"] == "2031-01-09")
            #expect(
                body["summary"]
                    == "Acme is on the list Consolidated Screening List, as stated by Entity List.")
            #expect(
                body["claims"] == [
                    ["source": "csl-2031-04-02", "at": "r1", "printed": "2031-01-09"]
                ]
            )
            #expect(
                body["data"] == [
                    "list": "screening", "party": "acme", "instrument": "96 FR 1",
                    "effect": "For all items",
                ])
            let actor = try await desk.json("show", "actor/acme/registered")["body"]["data"]
            #expect(
                actor == [
                    "name": "Acme", "type": "company", "country": "CN", "also": ["Acme Ltd."],
                    "ids": ["csl": "r1"],
                ])
            let source = try await desk.json("show", "source/csl-2031-04-02/captured")
            #expect(source["body"]["data"]["sha256"].string?.count == 64)
            #expect(try await desk.head() == 9)
        }
    }

    @Test("states its rows once more in the next edition, and never takes a party off")
    func second() async throws {
        try await Self.withFirst { desk in
            let import2 = Self.edition("2031-05-02", "second.json")
            let done = try await desk.done(import2 + ["--unstated", "1"])
            #expect(done.lines.first == "3 rows, 1 new, 1 no longer stated")
            let claim = try await desk.json("show", "screening/stated-2031-05-02-csl-r1")["body"]
            #expect(
                claim["data"]
                    == ["event": "screening/listed-csl-r1", "field": "data.party", "value": "acme"])
            #expect(claim["claims"].elements.map { $0["source"] } == ["csl-2031-05-02"])
            let note = try await desk.json("show", "screening/unstated-2031-05-02-csl-r2")["body"]
            #expect(note["data"]["text"] == "no longer stated since 2031-05-02")
            let listed = try await desk.json("show", "screening/listed-csl-r4")["body"]["data"]
            #expect(listed["party"] == "acme-2")
            let state = try await desk.done("show", "screening").output
            for name in ["Acme", "Beta", "Gamma"] { #expect(state.contains(name)) }
            #expect(!state.contains("delisted"))
            let conflicts = try await desk.json("conflicts", "screening")
            #expect(conflicts["conflicts"].elements.isEmpty)
            let types = try await desk.events().map { $0.names[3] }
            #expect(!types.contains("party.delisted"))
        }
    }

    @Test("notes an absence once, and states the row again when it is back")
    func back() async throws {
        try await Self.withFirst { desk in
            try await desk.done(
                Self.edition("2031-05-02", "second.json") + ["--unstated", "1"])
            let third = try await desk.done(Self.edition("2031-06-02", "second.json"))
            #expect(third.lines.first == "3 rows, 0 new, 0 no longer stated")
            let all = [("r1", "Acme"), ("r2", "Beta"), ("r3", "Gamma"), ("r4", "Acme")]
            try desk.write(Self.list(all.map { (id: $0.0, name: $0.1) }), to: "fourth.json")
            let fourth = try await desk.done(Self.edition("2031-07-02", "fourth.json"))
            #expect(fourth.lines.first == "4 rows, 0 new, 0 no longer stated")
            #expect(fourth.output.contains("screening/stated-2031-07-02-csl-r2"))
        }
    }

    @Test("records nothing new when it is imported again, even after a later edition")
    func replay() async throws {
        try await Self.withFirst { desk in
            let again = try await desk.done(Self.edition("2031-04-02", "first.json"))
            #expect(again.lines.last == "0 recorded, 1 duplicate; head 9")
            try await desk.done(
                Self.edition("2031-05-02", "second.json") + ["--unstated", "1"])
            let head = try await desk.head()
            for (date, file) in [("2031-04-02", "first.json"), ("2031-05-02", "second.json")] {
                try await desk.done(Self.edition(date, file))
            }
            #expect(try await desk.head() == head)
            let other = try await desk.program.run(Self.edition("2031-04-02", "second.json"))
            #expect(other.exitCode == 65)
            #expect(other.errors.contains("csl-2031-04-02 is another edition of this list"))
        }
    }

    @Test("is refused where it is older than the last edition, or of the same day")
    func older() async throws {
        try await Self.withFirst { desk in
            for date in ["2031-03-02", "2031-04"] {
                let told = try await desk.program.run(Self.edition(date, "second.json"))
                #expect(told.exitCode == 65)
                #expect(
                    told.errors.hasPrefix(
                        "cases: edition \(date) is not later than 2031-04-02, the edition of "
                            + "csl-2031-04-02; nothing was recorded"))
            }
            #expect(try await desk.head() == 9)
        }
    }

    @Test("stops where more than 2 percent of the rows are gone, unless told how many")
    func stops() async throws {
        try await Desk.use { desk in
            let parties = (1...100).map { (id: "r\($0)", name: "Party \($0)") }
            try desk.write(Self.list(parties), to: "all.json")
            try desk.write(Self.list(Array(parties.dropFirst(2))), to: "two.json")
            try desk.write(Self.list(Array(parties.dropFirst(5))), to: "three.json")
            try await desk.done(Self.edition("2031-04-02", "all.json"))
            let two = try await desk.done(Self.edition("2031-05-02", "two.json"))
            #expect(two.lines.first == "98 rows, 0 new, 2 no longer stated")
            let head = try await desk.head()
            let third = Self.edition("2031-06-02", "three.json")
            for more in [[], ["--unstated", "2"], ["--unstated", "4"], ["--dry-run"]] {
                let told = try await desk.program.run(third + more)
                #expect(told.exitCode == 65)
                #expect(
                    told.errors.hasPrefix(
                        "cases: 3 of 98 rows that csl-2031-05-02 states would no longer be stated: "
                            + "party-3, party-4, party-5; nothing was recorded"))
                #expect(told.errors.contains("repeat with --unstated 3"))
            }
            #expect(try await desk.head() == head)
            try await desk.done(third + ["--unstated", "3"])
        }
    }

    @Test("uses the actor that is registered with the identifier of a row, not one with its name")
    func actors() async throws {
        try await Desk.use { desk in
            try desk.write(Self.first, to: "first.json")
            try desk.write(
                """
                actors:
                  acme: {name: Acme, type: group}
                  known: {name: Other, type: company, ids: {csl: r2}}
                """, to: "actors.yaml")
            try await desk.done("import", "actors.yaml")
            try await desk.done(Self.edition("2031-04-02", "first.json"))
            func party(_ row: String) async throws -> JSON {
                try await desk.json("show", "screening/listed-csl-\(row)")["body"]["data"]["party"]
            }
            #expect(try await party("r1") == "acme-2")
            #expect(try await party("r2") == "known")
        }
    }

    @Test("can be imported again under the same date where its source was withdrawn")
    func withdrawn() async throws {
        try await Self.withFirst { desk in
            try desk.write("{\"results\":[\(Self.row("r1", "Acme"))]}", to: "broken.json")
            try await desk.done(Self.edition("2031-05-02", "broken.json") + ["--unstated", "2"])
            try await desk.done("withdraw", "csl-2031-05-02", "--reason", "cut off")
            var again = Self.edition("2031-05-02", "second.json") + ["--unstated", "1"]
            again[6] = "csl-2031-05-02-whole"
            let done = try await desk.done(again)
            #expect(done.lines.first == "3 rows, 1 new, 1 no longer stated")
            #expect(done.output.contains("screening/unstated-2031-05-02-2-csl-r2"))
        }
    }

    @Test(
        "may be of any form",
        arguments: [
            (
                "ecfr",
                """
                <DIV9 N="Supplement No. 4 to Part 744"><TABLE><TR><TD>CHINA</TD><TD>Ácme Ltd., 1 Rd</TD>
                <TD>All items</TD><TD>Denial</TD><TD>96 FR 1, 4/2/31.</TD></TR></TABLE></DIV9>
                """, "listed-ecfr-china-acme-ltd-491968a7", "acme-ltd"
            ),
            (
                "eu-fsf",
                """
                <export><sanctionEntity euReferenceNumber="EU.1.1"><subjectType code="person"/>
                <nameAlias wholeName="Jane Roe"/></sanctionEntity></export>
                """, "listed-eu-fsf-eu-1-1-989ee749", "jane-roe"
            ),
            (
                "opensanctions",
                """
                canonical_id,entity_id,prop,schema,value,dataset
                NK-a,a,name,Company,ООО Лампы,lmp
                NK-s,s,entity,Sanction,a,lmp
                """, "listed-opensanctions-nk-a-11d5dffa", "ooo-lampy"
            ),
        ])
    func forms(_ form: String, _ text: String, _ key: String, _ party: String) async throws {
        try await Desk.use { desk in
            try desk.write(text, to: "list")
            try await desk.done(
                "import-list", form, "list", "--list", "parties", "--source", "file", "--edition",
                "2031-04-02")
            let body = try await desk.json("show", "parties/\(key)")["body"]
            #expect(body["data"]["party"] == .string(party))
            #expect(body["occurred"] == "[..2031-04-02]")
        }
    }

    @Test("is shown and not recorded by --dry-run")
    func dryRun() async throws {
        try await Desk.use { desk in
            try desk.write(Self.first, to: "first.json")
            let told = try await desk.done(
                Self.edition("2031-04-02", "first.json") + ["--dry-run"])
            #expect(
                told.lines == [
                    "3 rows, 3 new, 0 no longer stated",
                    "9 events could be recorded; nothing was.",
                ])
            #expect(try await desk.head() == 0)
        }
    }

    @Test("is refused with file and line where it is another form, and records nothing")
    func otherForm() async throws {
        try await Desk.use { desk in
            try desk.write("<sdnList/>", to: "list.xml")
            let told = try await desk.run(
                "import-list", "eu-fsf", "list.xml", "--list", "eu", "--source", "eu-1",
                "--edition", "2031-04-02")
            #expect(told.exitCode == 65)
            #expect(told.errors.contains("list.xml:1: the root is sdnList, not export"))
            #expect(try await desk.head() == 0)
        }
    }

    @Test("of the Federal Register is a source for each document")
    func federalRegister() async throws {
        try await Desk.use { desk in
            try desk.write(
                """
                {"results":[{"document_number":"2031-04567","title":"Additions",
                 "publication_date":"2031-04-02","citation":"96 FR 12345",
                 "html_url":"https://example.org/x","agencies":[{"name":"Lamp Office"}]}]}
                """, to: "fr.json")
            try await desk.done("import-list", "federal-register", "fr.json")
            let again = try await desk.done("import-list", "federal-register", "fr.json")
            #expect(again.lines.last == "0 recorded, 1 duplicate; head 1")
            let source = try await desk.json("show", "source/2031-04567/captured")["body"]["data"]
            #expect(
                source == [
                    "title": "Additions (96 FR 12345)", "publisher": "Federal Register",
                    "published": "2031-04-02", "url": "https://example.org/x",
                    "authors": ["Lamp Office"],
                ])
        }
    }
}
