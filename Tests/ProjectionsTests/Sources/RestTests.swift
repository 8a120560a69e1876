import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What rests on a source")
struct RestTests {
    /// A paper that retells an agency, a rival that does not, and three happenings.
    private func history() throws -> History {
        try History().source("agency", published: "2031-04-02")
            .source("paper", reports: "agency").source("rival")
            .happened(
                "told", "action.taken", "2031", ["what": "x"],
                claims: [["source": "agency"], ["source": "paper"]]
            )
            .happened(
                "both", "action.taken", "2031", ["what": "x"],
                claims: [["source": "agency"], ["source": "rival"]],
                links: [
                    link("follows", "acme/told", basis: "temporal", by: ["agency", "analyst"])
                ]
            )
            .happened(
                "dated", "action.taken", "2031", ["what": "x"],
                claims: [["source": "agency", "field": "occurred"], ["source": "rival"]])
    }

    private func use(_ slug: String, _ history: History) throws -> SourceUse {
        let source = SourceSlug(try #require(Slug(slug)))
        let support = Support(try history.standing)
        return try #require(SourceUse(source, support, try history.registers))
    }

    /// Each thing in a line: what it is, who else says so, who only retells it.
    private func lines(_ slug: String, _ history: History) throws -> [String] {
        try use(slug, history).rests.map { rest in
            let what =
                switch rest.assertion.what {
                case .event: "event"
                case .claim(let field, _): "claim \(field)"
                case .link(let relation, _, _): relation.rawValue
                }
            let others = rest.others.map(\.description) + (rest.hasAnalyst ? ["analyst"] : [])
            let same = rest.sameOrigin.isEmpty ? "" : " (\(rest.sameOrigin[0]))"
            let with = rest.isAlone ? "alone" : "with \(others.joined(separator: ", "))"
            return "\(rest.assertion.event) \(what) \(with)\(same)"
        }
    }

    @Test("rests on it alone where others only retell it, and with others where they do not")
    func together() throws {
        let history = try history()
        #expect(
            try lines("agency", history) == [
                "acme/told event alone (paper)", "acme/both event with rival",
                "acme/both follows with analyst", "acme/dated event with rival",
                "acme/dated claim occurred with rival",
            ])
        #expect(try lines("paper", history) == ["acme/told event alone (agency)"])
        #expect(
            try lines("rival", history) == [
                "acme/both event with agency", "acme/dated event with agency",
                "acme/dated claim occurred with agency",
            ])
    }

    @Test("is counted by events, claims and links, all of them and those that it bears out alone")
    func counted() throws {
        let use = try use("agency", history())
        #expect([use.all.events, use.all.claims, use.all.links] == [3, 1, 1])
        #expect([use.alone.events, use.alone.claims, use.alone.links] == [1, 0, 0])
    }

    @Test("is alone again once the other source is withdrawn")
    func withdrawn() throws {
        let history = try history().adding(
            "source.withdrawn", nil, ["data": ["reason": "forged"]], in: "source/rival")
        let use = try use("agency", history)
        #expect([use.alone.events, use.alone.claims, use.alone.links] == [3, 1, 0])
        #expect(try self.use("rival", history).isWithdrawn)
        #expect(try self.use("rival", history).all.events == 2)
    }

    @Test("is cases.sources/1")
    func answer() throws {
        let history = try history()
        let answer = SourcesAnswer(
            sources: [try use("paper", history)], isDetailed: true, knownAt: 6,
            registers: try history.registers)
        let expected = #"""
            {"schema": "cases.sources/1", "known_at": 6, "sources": [
              {"source": "paper", "title": null, "publisher": null, "grade": null,
               "published": {"edtf": null, "kind": "point", "earliest": null, "latest": null},
               "reports": "agency", "withdrawn": false, "events": 1, "claims": 0, "links": 0,
               "alone": {"events": 1, "claims": 0, "links": 0},
               "rests": [{"event": "acme/told", "what": "event", "alone": true, "with": [],
                          "same_origin": ["agency"]}]}]}
            """#
        #expect(answer.json == (try JSONValue(reading: Array(expected.utf8))))
    }
}
