import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What one source says and another denies")
struct DenialTests {
    private func told(_ stance: String, _ field: String? = nil) throws -> History {
        var denial: JSONObject = ["source": "letter", "stance": .string(stance)]
        denial["field"] = field.map(JSONValue.string)
        return try History().source("gazette").source("letter")
            .happened(
                "a", "control.taken", "2031-04-02", ["asset": "acme", "scope": "all"],
                claims: [["source": "gazette"], .object(denial)])
    }

    @Test("is a contradiction about the whole event, or about the field that is denied")
    func denied() throws {
        #expect(try told("denies").open() == ["acme/a event: true | false"])
        #expect(try told("denies", "scope").open() == [#"acme/a data.scope: "all" | null"#])
        let values = try told("denies").conflicts().conflicts.flatMap(\.values)
        #expect(values.map { $0.claims.map(\.source.slug.text) } == [["gazette"], ["letter"]])
    }

    @Test("is none where a source only doubts it, or no source says it at all")
    func doubted() throws {
        #expect(try told("doubts").open() == [])
        let alone = try History().source("letter").happened(
            "a", "meeting.held", nil, claims: [["source": "letter", "stance": "denies"]])
        #expect(try alone.open() == [])
    }

    @Test("is one contradiction where two events record it from either side")
    func mirrored() throws {
        func history(_ place: String) throws -> History {
            try History().source("gazette").source("letter")
                .happened(
                    "a", "party.listed", nil, ["list": "l", "party": "acme"],
                    claims: [
                        ["source": "gazette", "at": "page 1"],
                        ["source": "letter", "at": "page 2", "stance": "denies"],
                    ]
                )
                .happened(
                    "b", "statement.made", nil, ["mode": "denial", "content": "Nobody is listed."],
                    claims: [
                        ["source": "letter", "at": .string(place)],
                        ["source": "gazette", "at": "page 1", "stance": "denies"],
                    ])
        }
        #expect(try history("page 2").open() == ["acme/a event: true | false"])
        let values = try history("page 2").conflicts().conflicts.flatMap(\.values)
        #expect(
            values.map { $0.claims.map(\.event.description) } == [
                ["acme/a", "acme/b"], ["acme/a", "acme/b"],
            ])
        #expect(try history("page 3").open().count == 2)
    }

    @Test("is another word for a value that the denying source gives itself")
    func folded() throws {
        let history = try History().source("gazette").source("letter")
            .owned("a", by: "jo")
            .happened(
                "b", "ownership.stated", nil, ["asset": "acme", "undisclosed": true],
                claims: [["source": "letter"], ["source": "gazette", "stance": "denies"]])
        #expect(try history.open().map { $0.prefix(15) } == ["acme ownership:"])
        let owned = try #require(try history.conflicts().conflicts.first?.values.first)
        #expect(owned.claims.map(\.event.description) == ["acme/a", "acme/b"])
        #expect(owned.claims.map(\.stance) == [nil, .denies])
    }

    @Test("is a contradiction about a link that a source asserts, none about one that is concluded")
    func links() throws {
        func history(_ author: String) throws -> History {
            try History().source("gazette").source("letter")
                .happened("a", "meeting.held", "2031-03")
                .happened(
                    "b", "meeting.held", "2031-04",
                    links: [link("pressured_by", "acme/a", by: [author], deniedBy: "jo")])
        }
        #expect(try history("gazette").open() == ["acme/b pressured_by acme/a: true | false"])
        let denial = try #require(
            try history("gazette").conflicts().conflicts.first?.values.last?.claims.first)
        #expect(denial.by?.slug.text == "jo" && denial.source.slug.text == "letter")
        #expect(try history("analyst").open() == [])
    }

    @Test("leaves the open list once it is explained")
    func explained() throws {
        #expect(try told("denies").explained("why", "asset").open() == [])
        #expect(try told("denies", "scope").explained("why", "scope").open() == [])
        #expect(try told("denies", "scope").explained("why", "asset").open().count == 1)
    }
}

@Suite("Conflicts by the clocks asked")
struct ClockedConflictTests {
    private func told() throws -> History {
        try History().source("gazette", published: "2031-04-02")
            .source("letter", published: "2031-05")
            .happened("a", "control.taken", "2031-04-01", ["asset": "acme", "scope": "all"])
            .claimed("b", "scope", "some")
    }

    @Test("are there once both values were published, and not certain before that is")
    func published() throws {
        for (day, certain) in [("2031-04-30", nil), ("2031-05-10", false), ("2031-05-31", true)]
            as [(String, Bool?)]
        {
            let clocks = Clocks(publishedBy: try EDTFDate(day))
            let conflicts = try told().conflicts(by: clocks).conflicts
            #expect(conflicts.map(\.isCertain) == [certain].compactMap(\.self))
        }
    }

    @Test("take nothing for said of which only the denial was published")
    func onlyDenied() throws {
        let history = try History().source("gazette", published: "2031-04")
            .source("letter", published: "2031-05").owned("a", by: "jo")
            .happened(
                "b", "ownership.stated", nil, ["asset": "acme", "undisclosed": true],
                claims: [["source": "letter"], ["source": "gazette", "stance": "denies"]])
        for (day, count) in [("2031-04-30", 0), ("2031-05-31", 1)] {
            let clocks = Clocks(publishedBy: try EDTFDate(day))
            #expect(try history.conflicts(by: clocks).conflicts.count == count)
        }
    }

    @Test("are there once both values were recorded, and open until the explanation was")
    func known() throws {
        let history = try told().explained("why", "scope")
        for (position, statuses) in [(3, []), (4, [true]), (5, [false])] as [(Int64, [Bool])] {
            let conflicts = try history.conflicts(by: Clocks(knownAt: position)).conflicts
            #expect(conflicts.map(\.isOpen) == statuses)
        }
    }
}
