import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What changed in a case")
struct DifferenceTests {
    /// Two sources, a case, and an order that both tell: positions 1 to 4.
    private func order() throws -> History {
        try History().source("gazette", published: "2031-04-02")
            .source("herald", published: "2031-04-20")
            .recorded("opened", "case.opened", ["title": "Acme"])
            .happened(
                "order", "measure.imposed", "2031-04", ["measure": "ban", "kind": "export_ban"],
                claims: [["source": "gazette"], ["source": "herald"]])
    }

    @Test("is nothing between an instant and itself")
    func nothing() throws {
        for position in Int64(1)...4 {
            #expect(try order().changes(from: position, to: position).isEmpty)
        }
    }

    @Test("is everything where the case was not there, and nothing more than that it is gone back")
    func opened() throws {
        let rows = ["title", "status", "last_event", "measures.ban", "order"]
        let came = try order().changes(from: 2, to: 4)
        #expect(
            came == [
                "title: - → Acme by acme/opened", "status: - → open by acme/opened",
                "last_event: - → acme/order by acme/order", "measures.ban: - → there by acme/order",
                "order: - → there by acme/order",
            ])
        let went = try order().changes(from: 4, to: 2)
        #expect(went.map { String($0.prefix { $0 != ":" }) } == rows)
        #expect(went.last == "order: there → - by acme/order")
    }

    @Test("by a correction: the date of the event, its status, and what the state makes of it")
    func corrected() throws {
        let history = try order().corrected("acme/order", as: "fix", ["occurred": "2031-04-05"])
        #expect(
            try history.changes(from: 4, to: 5) == [
                "measures.ban.since: 2031-04 → 2031-04-05 by acme/fix",
                "order.occurred: 2031-04 → 2031-04-05 by acme/fix",
                "order.status: corroborated → corrected by acme/fix",
            ])
        let undone = try history.retracted("acme/fix", as: "undo")
        #expect(
            try undone.changes(from: 5, to: 6) == [
                "measures.ban.since: 2031-04-05 → 2031-04 by acme/undo",
                "order.occurred: 2031-04-05 → 2031-04 by acme/undo",
                "order.status: corrected → corroborated by acme/undo",
            ])
        #expect(try undone.changes(from: 4, to: 6).isEmpty)
    }

    @Test("by a retraction: the event is gone, and with it what rested on it")
    func retracted() throws {
        let history = try order().retracted("acme/order", as: "undo")
        #expect(
            try history.changes(from: 4, to: 5) == [
                "last_event: acme/order → - by acme/undo",
                "measures.ban: there → - by acme/undo", "order: there → - by acme/undo",
            ])
    }

    @Test("by a withdrawn source: what it corroborated is asserted only")
    func withdrawn() throws {
        let history = try order().adding(
            "source.withdrawn", nil, ["data": ["reason": "forged"]], in: "source/herald")
        #expect(
            try history.changes(from: 4, to: 5) == [
                "order.status: corroborated → asserted by source/herald#2"
            ])
    }

    @Test("by a claim and a denied link that were added")
    func added() throws {
        let history = try order()
            .happened("answer", "action.taken", "2031-05", ["what": "x"])
            .recorded(
                "says", "claim.added",
                ["event": "acme/answer", "field": "occurred", "value": "2031-06"],
                claims: [["source": "herald"]]
            )
            .recorded(
                "joined", "link.asserted",
                [
                    "event": "acme/answer", "relation": "follows", "to": "acme/order",
                    "basis": "temporal", "asserted_by": ["analyst"],
                ]
            )
            .recorded(
                "denied", "link.disputed",
                ["event": "acme/answer", "relation": "follows", "to": "acme/order", "by": "jo"],
                claims: [["source": "herald"]])
        #expect(
            try history.changes(from: 5, to: 6) == [
                "answer.dissent: - → 1 by acme/says", "answer.sources: 1 → 2 by acme/says",
                "answer.status: asserted → disputed by acme/says",
            ])
        #expect(
            try history.changes(from: 6, to: 8) == [
                "answer.links: 0 → 1 by acme/joined, acme/denied"
            ])
    }

    @Test("by the clock of the world: what happened between, and what only may have")
    func occurred() throws {
        let history = try order().happened(
            "pause", "measure.suspended", "2031-05", ["measure": "ban"])
        func day(_ text: String) throws -> Clocks { Clocks(asOf: try EDTFDate(text)) }
        #expect(
            try history.changes(from: day("2031-04-30"), to: day("2031-05-31")) == [
                "last_event: acme/order → acme/pause by acme/pause",
                "measures.ban.set_by: acme/order → acme/pause by acme/pause",
                "measures.ban.since: 2031-04 → 2031-05 by acme/pause",
                "measures.ban.status: in_force → suspended by acme/pause",
                "pause: - → there by acme/pause",
            ])
        #expect(
            try history.changes(from: day("2031-05-10"), to: day("2031-05-31")) == [
                "measures.ban.perhaps: 1 → - by acme/pause",
                "measures.ban.set_by: acme/order → acme/pause by acme/pause",
                "measures.ban.since: 2031-04 → 2031-05 by acme/pause",
                "measures.ban.status: in_force → suspended by acme/pause",
                "pause.certain: no → - by acme/pause",
            ])
    }

    @Test("by the clock of the world: a day of effect has come")
    func effective() throws {
        let history = try History().source("gazette", published: "2031").happened(
            "order", "measure.imposed", "2031-04-01",
            ["measure": "ban", "kind": "export_ban", "effective": "2031-04-15"])
        #expect(
            try history.changes(
                from: Clocks(asOf: try EDTFDate("2031-04-14")),
                to: Clocks(asOf: try EDTFDate("2031-04-15"))) == [
                    "measures.ban.since: 2031-04-01 → 2031-04-15 by acme/order",
                    "measures.ban.status: announced → in_force by acme/order",
                ])
    }

    @Test("by the clock of the sources: each change names the source that was published")
    func published() throws {
        func day(_ text: String) throws -> Clocks { Clocks(publishedBy: try EDTFDate(text)) }
        #expect(
            try order().changes(from: day("2031-04-02"), to: day("2031-04-20")) == [
                "order.sources: 1 → 2 by source/herald/captured",
                "order.status: asserted → corroborated by source/herald/captured",
            ])
        let came = try order().changes(from: day("2031-04-01"), to: day("2031-04-02"))
        #expect(came.last == "order: - → there by source/gazette/captured")
    }

    @Test("is cases.diff/1")
    func answer() throws {
        let history = try order().retracted("acme/order", as: "undo")
        let difference = CaseDifference(
            from: try reading("acme", history.events, Clocks(knownAt: 4)),
            to: try reading("acme", history.events, Clocks(knownAt: 5)))
        let answer = DiffAnswer(
            slug: try #require(Slug("acme")), clock: "recorded", from: 4, to: 5,
            difference: difference, knownAt: 12, registers: try history.registers
        ).json.object
        #expect(answer?["schema"] == "cases.diff/1")
        #expect(answer?["case"] == "acme" && answer?["clock"] == "recorded")
        #expect(answer?["from"] == 4 && answer?["to"] == 5)
        #expect(
            answer?["changes"]?.array?.first == [
                "what": "state", "field": "last_event", "from": "acme/order", "to": .null,
                "because": ["acme/undo"],
            ])
        #expect(
            answer?["events"] == [
                [
                    "event": "acme/undo", "type": "event.retracted", "position": 5,
                    "occurred": .null, "reason": "wrong",
                ]
            ])
    }
}
