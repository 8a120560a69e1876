import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Dates that cannot be right")
struct DateLintTests {
    private func met(_ occurred: String, published: String?) throws -> History {
        try History().source("gazette", published: published)
            .happened("a", "meeting.held", occurred)
    }

    @Test("are those of events after the source that reports them")
    func late() throws {
        let history = try met("2031-04-04", published: "2031-04-02")
        #expect(try history.lints() == ["acme/a after_its_source"])
        #expect(
            try history.conflicts().lints.first?.detail
                == "dated 2031-04-04, but gazette was published 2031-04-02")
    }

    @Test("are none where the source may be the later one, or bears no date")
    func inTime() throws {
        for (occurred, published) in [
            ("2031-04", "2031-04-02"), ("2031-04-04", "2031-04"), ("2031-04-02", "2031-04-02"),
            ("2031-04-04", nil), ("[..2031-04-04]", "2031-04-02"),
        ] as [(String, String?)] {
            #expect(try met(occurred, published: published).lints() == [])
        }
    }

    @Test("are none where the early source denies it, or only tells of another field")
    func reporting() throws {
        for claim in [
            ["source": "early", "stance": "denies"], ["source": "early", "field": "actors"],
        ] as [JSONValue] {
            let history = try History().source("gazette", published: "2031-05")
                .source("early", published: "2030")
                .happened("a", "meeting.held", "2031-04", claims: [["source": "gazette"], claim])
            #expect(try history.lints() == [])
        }
    }

    @Test("are those that a claim gives after its own source")
    func claimed() throws {
        let history = try met("2031-04-02", published: "2031-04-02")
            .source("letter", published: "2031-04-03")
            .claimed("b", "occurred", "2031-04-05")
        #expect(try history.lints() == ["acme/a after_its_source"])
    }

    private func answered(_ occurred: String?, _ relation: String = "responds_to") throws
        -> [String]
    {
        try History().source("gazette").happened("a", "meeting.held", "2031-04-02")
            .happened("b", "meeting.held", occurred, links: [link(relation, "acme/a")]).lints()
    }

    @Test("are those of answers before what they answer", arguments: ["responds_to", "follows"])
    func early(relation: String) throws {
        #expect(try answered("2031-03", relation) == ["acme/b before_what_it_answers"])
    }

    @Test("are none where the answer may be the later one")
    func later() throws {
        for occurred in ["2031-04-02", "2031-04", "[..2031-04-02]", "2031-05", nil] {
            #expect(try answered(occurred) == [])
        }
    }

    @Test("are none of one instant that is written in two zones")
    func zones() throws {
        let history = try History().source("gazette").source("letter")
            .happened("a", "meeting.held", "2031-04-06T07:30:00Z")
            .happened(
                "b", "meeting.held", "2031-04-05T23:30:00-08:00", links: [link("follows", "acme/a")]
            )
            .claimed("c", "occurred", "2031-04-05T23:30:00-08:00")
        #expect(try history.lints() == [])
        #expect(try history.open() == [])
        #expect(try history.status("a") == .corroborated)
    }

    private func first(_ occurred: String, _ words: JSONObject = [:]) throws -> [String] {
        var claim = words
        claim["source"] = "gazette"
        return try History().source("gazette")
            .happened("a", "meeting.held", occurred, claims: [.object(claim)]).lints()
    }

    @Test("are firsts of a month that no claim prints")
    func firsts() throws {
        for printed in ["in April 2031", "2031-04", "early April", "April 11, 2031"] {
            #expect(
                try first("2031-04-01", ["printed": .string(printed)]) == [
                    "acme/a unsupported_first"
                ], "\(printed)")
        }
        #expect(try first("2031-04-01") == ["acme/a unsupported_first"])
        #expect(try first("2031-01-01", ["printed": "2031-01"]) == ["acme/a unsupported_first"])
    }

    @Test("are none where a claim prints the first, or counts to it from another day")
    func supported() throws {
        for printed in [
            "April 1, 2031", "1 April", "on the first of April", "2031-04-01", "01.04.2031",
            "the next day", "2031年4月1日", "three days later",
        ] {
            #expect(
                try first("2031-04-01", ["printed": .string(printed)]) == [], "\(printed)")
        }
        #expect(try first("2031-04-01", ["quote": "by order of 1 April"]) == [])
    }

    @Test("are none where the date is no single day, or no first")
    func others() throws {
        for date in ["2031-04", "[2031-04-01..2031-04-10]", "2031-04-02", "2031-04-01/2031-04-12"] {
            #expect(try first(date) == [])
        }
    }

    @Test("are firsts in other fields too, unless a claim on that field prints them")
    func fields() throws {
        func history(_ printed: String) throws -> History {
            try History().source("gazette").happened(
                "a", "measure.imposed", "2031-04",
                ["measure": "m", "kind": "tariff", "effective": "2031-05-01"],
                claims: [
                    ["source": "gazette", "field": "data.effective", "printed": .string(printed)]
                ])
        }
        #expect(try history("next May").lints() == ["acme/a unsupported_first"])
        #expect(try history("from May 1").lints() == [])
    }

    @Test("are supported by a correction that prints them")
    func corrected() throws {
        let history = try History().source("gazette").happened("a", "meeting.held", "2031-04-02")
        func corrected(_ printed: String) throws -> History {
            try history.adding(
                "event.corrected", "fix",
                [
                    "data": [
                        "event": "acme/a", "set": ["occurred": "2031-04-01"], "reason": "typo",
                    ], "claims": [["source": "gazette", "printed": .string(printed)]],
                ], in: "case/acme")
        }
        #expect(try corrected("April 1").lints() == [])
        #expect(try corrected("April").lints() == ["acme/a unsupported_first"])
    }
}
