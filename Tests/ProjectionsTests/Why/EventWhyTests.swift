import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Why an event says what it does")
struct EventWhyTests {
    /// A seizure whose date was corrected twice, and of which a letter says another.
    private func seizure() throws -> History {
        try History()
            .happened("seizure", "control.taken", "2031-04-02", ["asset": "acme"])
            .corrected("acme/seizure", as: "first", ["occurred": "2031-04-03"])
            .corrected("acme/seizure", as: "second", ["occurred": "2031-04-04"])
            .corrected("acme/seizure", as: "other", ["summary": "It is taken."])
            .said("letter-says", "occurred", "2031-05")
            .said("month", "summary", "Taken.")
    }

    @Test("a corrected field shows every value that it had, and who contradicts it")
    func corrected() throws {
        let history = try seizure()
        #expect(try history.why("seizure.occurred").value == "2031-04-04")
        #expect(
            try history.because("seizure.occurred") == [
                "seizure corrected 2031-04-02", "first corrected 2031-04-03",
                "second set 2031-04-04", "letter-says disputes 2031-05",
            ])
    }

    @Test("a retracted correction is shown, and the one before it counts again")
    func retracted() throws {
        let history = try seizure().retracted("acme/second", as: "undo")
        #expect(try history.why("seizure.occurred").value == "2031-04-03")
        #expect(
            try history.because("seizure.occurred") == [
                "seizure corrected 2031-04-02", "first set 2031-04-03",
                "second retracted 2031-04-04", "letter-says disputes 2031-05",
            ])
    }

    @Test("an explanation stands beside what it explains, which then disputes nothing")
    func explained() throws {
        let history = try seizure().recorded(
            "why", "difference.explained",
            ["event": "acme/seizure", "field": "occurred", "as": "typo", "note": "A slip."])
        #expect(
            try history.because("seizure.occurred").suffix(2) == [
                "letter-says adds 2031-05", "why explains",
            ])
    }

    @Test("a field is named with or without data, the event by key, version or whole name")
    func names() throws {
        let history = try seizure()
        for field in [
            "seizure.data.asset", "seizure.asset", "#1.asset", "acme/seizure.asset", "acme#1.asset",
        ] {
            #expect(try history.because(field) == ["seizure set acme"], "\(field)")
        }
    }

    @Test("links show who adds and who denies them; the whole event shows everything")
    func links() throws {
        let history = try seizure()
            .happened("warning", "threat.made", "2031-03", ["threatened": "x"])
            .recorded(
                "joined", "link.asserted",
                [
                    "event": "acme/seizure", "relation": "follows", "to": "acme/warning",
                    "basis": "temporal", "asserted_by": ["analyst"],
                ]
            )
            .recorded(
                "denied", "link.disputed",
                [
                    "event": "acme/seizure", "relation": "follows", "to": "acme/warning",
                    "by": "jo",
                ], claims: [["source": "letter"]])
        #expect(
            try history.because("seizure.links") == [
                "seizure set []", "joined adds", "denied disputes",
            ])
        let links = try history.why("seizure.links").because[0].links
        #expect(links.map(\.identity.to.description) == ["acme/warning"])
        #expect(
            try history.because("seizure") == [
                "seizure set", "first set", "second set", "other set",
                "letter-says disputes 2031-05", "month disputes Taken.", "joined adds",
                "denied disputes",
            ])
    }

    @Test("claims on other fields are left out, those on the whole event are not")
    func claims() throws {
        let history = try History().happened(
            "seizure", "control.taken", "2031", ["asset": "acme"],
            claims: [
                ["source": "a", "field": "occurred"], ["source": "b", "field": "asset"],
                ["source": "c"], ["source": "d", "stance": "denies"],
                ["source": "e", "stance": "doubts", "field": "asset"],
            ])
        let reason = try history.why("seizure.occurred").because[0]
        #expect(reason.claims.map(\.claim.source.description) == ["a", "c"])
        #expect(reason.dissent.map(\.claim.source.description) == ["d"])
    }

    @Test("is cases.why/1")
    func answer() throws {
        let history = try seizure().retracted("acme/second", as: "undo")
        let answer = WhyAnswer(
            slug: try #require(Slug("acme")), why: try history.why("seizure.occurred"), knownAt: 7,
            registers: try history.registers)
        let expected = try JSONValue(reading: Array(EventWhyTests.expected.utf8))
        #expect(answer.json == expected)
    }

    private static let expected = #"""
        {"schema": "cases.why/1", "case": "acme", "field": "seizure.occurred", "known_at": 7,
         "value": "2031-04-03", "because": [
          {"event": "acme/seizure", "type": "control.taken", "effect": "corrected",
           "value": "2031-04-02",
           "occurred": {"edtf": "2031-04-03", "kind": "point", "earliest": "2031-04-03",
                        "latest": "2031-04-03"},
           "claims": [{"source": "gazette"}], "links": [],
           "dissent": [{"source": "letter", "field": "occurred", "value": "2031-05"}],
           "corrections": [
            {"event": "acme/first", "reason": "misreading", "set": {"occurred": "2031-04-03"},
             "claims": [], "no_source": "a slip"},
            {"event": "acme/other", "reason": "misreading", "set": {"summary": "It is taken."},
             "claims": [], "no_source": "a slip"}]},
          {"event": "acme/first", "type": "event.corrected", "effect": "set",
           "value": "2031-04-03", "reason": "misreading", "no_source": "a slip",
           "occurred": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
           "claims": [], "links": [], "dissent": [], "corrections": []},
          {"event": "acme/second", "type": "event.corrected", "effect": "retracted",
           "value": "2031-04-04", "reason": "misreading", "no_source": "a slip",
           "occurred": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
           "claims": [], "links": [], "dissent": [], "corrections": [],
           "retraction": {"event": "acme/undo", "reason": "wrong"}},
          {"event": "acme/letter-says", "type": "claim.added", "effect": "disputes",
           "value": "2031-05",
           "occurred": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
           "claims": [{"source": "letter"}], "links": [], "dissent": [], "corrections": []}]}
        """#
}

extension History {
    /// Adds what a letter says of a field of the seizure.
    fileprivate func said(_ key: String, _ field: String, _ value: JSONValue) throws -> History {
        try recorded(
            key, "claim.added", ["event": "acme/seizure", "field": .string(field), "value": value],
            claims: [["source": "letter"]])
    }
}
