import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("The status of a happening")
struct StatusTests {
    private func claimed(_ sources: [String]) -> [JSONValue] {
        sources.map { ["source": .string($0)] }
    }

    private func status(
        _ claims: [JSONValue], sources: (History) throws -> History = { $0 }
    ) throws -> ClaimStatus {
        try sources(History().source("gazette").source("letter"))
            .happened("a", "action.taken", "2031-04-02", ["what": "x"], claims: claims).status("a")
    }

    @Test("is asserted by one source, however often")
    func asserted() throws {
        #expect(try status(claimed(["gazette"])) == .asserted)
        #expect(try status(claimed(["gazette", "gazette"])) == .asserted)
    }

    @Test("is asserted where nobody but the recorder says so")
    func unsupported() throws {
        let history = try History().adding(
            "meeting.held", "a",
            [
                "occurred": .null, "summary": "They meet.", "no_source": "seen",
                "actors": [["role": "participant", "actor": "jo"]],
            ], in: "case/acme")
        #expect(try history.status("a") == .asserted)
        #expect(try history.entry("a").sources == [])
        #expect(try history.entry("a").published == nil)
    }

    @Test("is foretold where no source reports it as a fact")
    func foretold() throws {
        let prediction: JSONValue = ["source": "gazette", "stance": "foretells"]
        #expect(try status([prediction]) == .foretold)
        #expect(try status([prediction, ["source": "letter"]]) == .asserted)
    }

    @Test("is corroborated by two independent sources")
    func corroborated() throws {
        #expect(try status(claimed(["gazette", "letter"])) == .corroborated)
    }

    @Test("is no better for a source that retells another, directly or through others")
    func retelling() throws {
        #expect(
            try status(claimed(["gazette", "paper"])) { try $0.source("paper", reports: "gazette") }
                == .asserted)
        #expect(
            try status(claimed(["gazette", "blog"])) {
                try $0.source("paper", reports: "gazette").source("blog", reports: "paper")
            } == .asserted)
    }

    @Test("is no better for two that retell a third, even one that is not at hand")
    func commonOrigin() throws {
        for third in ["gazette", "lost"] {
            #expect(
                try status(claimed(["paper", "blog"])) {
                    try $0.source("paper", reports: third).source("blog", reports: third)
                } == .asserted)
        }
        #expect(
            try status(claimed(["paper", "blog"])) {
                try $0.source("paper", reports: "gazette").source("blog", reports: "letter")
            } == .corroborated)
    }

    @Test("is no better for sources that retell each other in a circle, or lead into it")
    func circle() throws {
        func circle(_ history: History) throws -> History {
            try history.source("b", reports: "c").source("c", reports: "d")
                .source("d", reports: "b").source("a-before", reports: "c")
                .source("z-behind", reports: "d").source("self", reports: "self")
        }
        let within = ["b", "c", "d", "a-before", "z-behind"]
        for one in within {
            for other in within {
                #expect(try status(claimed([one, other]), sources: circle) == .asserted)
            }
            #expect(try status(claimed([one, "gazette"]), sources: circle) == .corroborated)
            #expect(try status(claimed([one, "self"]), sources: circle) == .corroborated)
        }
    }

    @Test("is no better for a source that was withdrawn")
    func withdrawn() throws {
        let claims = claimed(["gazette", "letter"])
        #expect(
            try status(claims) {
                try $0.adding(
                    "source.withdrawn", "out", ["data": ["reason": "forged"]], in: "source/letter")
            } == .asserted)
    }

    @Test("is disputed where a source denies or doubts it", arguments: ["denies", "doubts"])
    func denied(stance: String) throws {
        #expect(
            try status([["source": "gazette"], ["source": "letter", "stance": .string(stance)]])
                == .disputed)
    }

    @Test("says that it was corrected, unless something graver is to be said")
    func corrected() throws {
        let history = try History().source("gazette").source("letter")
            .happened(
                "a", "action.taken", "2031", ["what": "x"], claims: claimed(["gazette", "letter"])
            )
            .corrected("acme/a", as: "fix", ["occurred": "2031-04"])
        #expect(try history.status("a") == .corrected)
        let denied = try history.corrected(
            "acme/a", as: "denial", ["claims": [["source": "letter", "stance": "denies"]]])
        #expect(try denied.status("a") == .disputed)
        #expect(try denied.retracted("acme/a", as: "undo").status("a") == .retracted)
        let undone = try history.retracted("acme/fix", as: "undo")
        #expect(try undone.status("a") == .corroborated)
    }
}
