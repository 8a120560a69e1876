import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("The state of a case")
struct CaseStateTests {
    private func opened() throws -> History {
        try History().recorded("opened", "case.opened", ["title": "Acme"])
    }

    @Test("is open from the beginning, closed, and reopened under a title")
    func openAndClosed() throws {
        #expect(try History().state().isOpen)
        #expect(try History().state().title == nil)
        #expect(try opened().state().isOpen)
        let closed = try opened().recorded("closed", "case.closed", ["outcome": "over"])
        #expect(try !closed.state().isOpen)
        #expect(try closed.state().title == "Acme")
        let reopened = try closed.recorded("again", "case.reopened", ["title": "Acme again"])
        #expect(try reopened.state().isOpen)
        #expect(try reopened.state().title == "Acme again")
        #expect(try reopened.retracted("acme/again", as: "undo").state().isOpen == false)
        #expect(try closed.retracted("acme/closed", as: "undo").state().isOpen)
    }

    @Test("has every claim of ownership side by side, in order of asset and time")
    func ownership() throws {
        let history = try History()
            .happened("a", "ownership.stated", nil, ["asset": "lamps", "undisclosed": true])
            .happened(
                "b", "ownership.stated", "2031",
                ["asset": "lamps", "owner": "jo", "direct": "unknown", "share": "1/3"]
            )
            .happened(
                "c", "ownership.stated", "2030",
                ["asset": "lamps", "owner": "al", "direct": "yes"]
            )
            .happened(
                "d", "ownership.stated", "2032", ["asset": "acme", "owner": "al", "direct": "no"])
        let claims = try history.state().ownership
        #expect(claims.map(\.setBy.description) == ["acme/d", "acme/c", "acme/b", "acme/a"])
        #expect(claims.last?.ownership == .undisclosed)
        let al = try #require(Slug("al"))
        #expect(claims.first?.ownership == .owned(by: ActorSlug(al), share: nil, direct: .no))
    }

    @Test("ends with the last dated happening, or the last undated one where none is dated")
    func lastEvent() throws {
        #expect(try opened().state().lastEvent == nil)
        let undated = try opened().happened("a", "meeting.held", nil)
            .happened("b", "meeting.held", nil)
        #expect(try undated.state().lastEvent?.description == "acme/b")
        let dated = try undated.happened("c", "meeting.held", "2031-04")
            .happened("d", "meeting.held", "2031-03")
        #expect(try dated.state().lastEvent?.description == "acme/c")
        let unkeyed = try dated.happened(nil, "meeting.held", "2031-05")
        #expect(try unkeyed.state().lastEvent?.description == "acme#6")
    }

    @Test("names what is denied or doubted: an event, a field, a link")
    func disputes() throws {
        let history = try History()
            .happened("a", "meeting.held", "2031")
            .happened(
                "b", "action.taken", "2032", ["what": "x"],
                claims: [
                    ["source": "gazette"], ["source": "letter", "stance": "denies"],
                    ["source": "note", "stance": "doubts", "field": "what"],
                ], links: [link("responds_to", "acme/a", deniedBy: "jo")]
            )
            .recorded(
                "c", "link.disputed",
                ["event": "acme/b", "relation": "responds_to", "to": "acme#1", "by": "al"],
                claims: [["source": "ruling"]]
            )
            .recorded(
                "d", "claim.added", ["event": "acme/a", "field": "occurred", "value": "2031"],
                claims: [["source": "letter", "stance": "doubts"]])
        let lines = try history.state().disputes.map(\.line)
        #expect(
            lines == [
                "acme/a occurred nobody letter", "acme/b responds_to acme/a jo letter",
                "acme/b responds_to acme/a al ruling", "acme/b - nobody letter",
                "acme/b what nobody note",
            ])
        let undone = try history.retracted("acme/b", as: "undo").state().disputes.map(\.line)
        #expect(undone == ["acme/a occurred nobody letter"])
    }

    @Test("names a dispute of each kind also where it is the only one")
    func onlyDispute() throws {
        let history = try History()
            .happened("a", "meeting.held", "2031")
            .happened("b", "meeting.held", "2032", links: [link("follows", "acme/a")])
        #expect(try history.state().disputes.isEmpty)
        let denial: JSONValue = ["source": "letter", "stance": "denies"]
        let denied = link("responds_to", "acme/a", deniedBy: "jo")
        let asserted = try #require(denied.object)
        let told: [(History, String)] = [
            (
                try history.happened("c", "meeting.held", nil, claims: [denial]),
                "acme/c - nobody letter"
            ),
            (
                try history.happened("c", "meeting.held", nil, links: [denied]),
                "acme/c responds_to acme/a jo letter"
            ),
            (
                try history.recorded("c", "link.asserted", asserted.with("event", "acme/b")),
                "acme/b responds_to acme/a jo letter"
            ),
            (
                try history.recorded(
                    "c", "link.disputed",
                    ["event": "acme/b", "relation": "follows", "to": "acme/a", "by": "al"],
                    claims: [["source": "ruling"]]), "acme/b follows acme/a al ruling"
            ),
            (
                try history.recorded(
                    "c", "claim.added", ["event": "acme/a", "field": "occurred", "value": "2033"],
                    claims: [["source": "note"]]), "acme/a occurred nobody note"
            ),
        ]
        for (history, line) in told {
            #expect(try history.state().disputes.map(\.line) == [line])
        }
    }
}

extension OpenDispute {
    fileprivate var line: String {
        let what =
            switch subject {
            case .link(let relation, let to): "\(relation.rawValue) \(to)"
            case .field(let field): field?.text ?? "-"
            }
        return "\(event) \(what) \(by?.description ?? "nobody") \(source)"
    }
}

extension JSONObject {
    fileprivate func with(_ name: String, _ value: JSONValue) -> JSONObject {
        var object = self
        object[name] = value
        return object
    }
}
