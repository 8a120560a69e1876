import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What a source foretells")
struct ForetellingTests {
    private func record(_ type: String, _ data: JSONObject, claim: JSONObject = [:]) throws
        -> History
    {
        var claim = claim
        claim["source"] = "gazette"
        return try History().source("gazette", published: "2031-01-05")
            .happened("a", type, "2031-04-10", data, claims: [.object(claim)])
    }

    @Test("may be dated after it, where the event announces or the claim foretells")
    func announced() throws {
        for (type, data) in [
            ("measure.announced", ["measure": "m", "stage": "adopted"]),
            ("plan.announced", ["subject": "a plant"]), ("threat.made", ["threatened": "a ban"]),
            ("measure.imposed", ["measure": "m", "kind": "tariff", "effective": "2031-04-10"]),
        ] as [(String, JSONObject)] {
            #expect(try record(type, data).lints() == [], "\(type)")
        }
        let imposed: JSONObject = ["measure": "m", "kind": "tariff"]
        let foretold: JSONObject = ["stance": "foretells", "by": "2031-04"]
        #expect(try record("measure.imposed", imposed, claim: foretold).lints() == [])
        #expect(try record("measure.imposed", imposed).lints() == ["acme/a after_its_source"])
        #expect(try record("meeting.held", [:]).lints() == ["acme/a after_its_source"])
    }

    @Test("bears nothing out, and disputes nothing")
    func status() throws {
        let history = try History().source("gazette").source("letter").happened(
            "a", "meeting.held", "2031-04-10",
            claims: [["source": "gazette"], ["source": "letter", "stance": "foretells"]])
        #expect(try history.status("a") == .asserted)
        #expect(try history.state().disputes.isEmpty)
    }

    @Test("contradicts nobody where it came otherwise")
    func otherwise() throws {
        let history = try History().source("gazette").source("letter")
            .happened("a", "meeting.held", "2031-04-10")
            .recorded(
                "b", "claim.added",
                ["event": "acme/a", "field": "occurred", "value": "2031-05"],
                claims: [["source": "letter", "stance": "foretells"]])
        #expect(try history.open() == [])
        #expect(try history.status("a") == .asserted)
    }

    @Test("is told with the day by which it is to happen, which nothing else has")
    func deadline() throws {
        let claim: JSONObject = ["stance": "foretells", "by": "2031-04"]
        let told = try record("meeting.held", [:], claim: claim)
        let standing = try #require(try told.standing.last)
        #expect(try told.standing.claims(on: standing).first?.answer.object?["by"] == "2031-04")
        #expect(throws: Faults.self) { try record("meeting.held", [:], claim: ["by": "2031-04"]) }
    }
}
