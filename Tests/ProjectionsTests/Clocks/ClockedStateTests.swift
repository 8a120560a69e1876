import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("A state as of a day")
struct ClockedStateTests {
    @Test("keeps what perhaps was given back, marked")
    func control() throws {
        let history = try History().happened("take", "control.taken", "2031-04-01", asset)
            .happened("return", "control.returned", "[2031-04-05..2031-04-10]", asset)
        #expect(try history.marks("controls", asOf: "2031-04-04") == [.null])
        #expect(try history.marks("controls", asOf: "2031-04-07") == [false])
        #expect(try history.marks("controls", asOf: "2031-04-10") == [])
    }

    @Test("keeps what an undated return perhaps gave back, marked")
    func undatedReturn() throws {
        let history = try History().happened("return", "control.returned", nil, asset)
            .happened("take", "control.taken", "2031-04-01", asset)
        #expect(try history.marks("controls", asOf: "2031-04-04") == [false])
    }

    private let asset: JSONObject = ["asset": "acme"]

    @Test("doubts enforcement of which only a doubtful event speaks")
    func enforcement() throws {
        let history = try History()
            .happened("ban", "measure.imposed", "2031-04-01", ["measure": "ban", "kind": "tariff"])
            .happened(
                "rest", "measure.amended", "[2031-04-05..2031-04-10]",
                ["measure": "ban", "change": "It rests.", "enforced": false])
        #expect(try history.marks("measures", asOf: "2031-04-04") == [.null])
        #expect(try history.marks("measures", asOf: "2031-04-07") == [false])
        #expect(try history.marks("measures", asOf: "2031-04-10") == [.null])
        let rows = try history.rows("measures", asOf: "2031-04-10")
        #expect(rows.first?["enforced"] == false)
    }

    @Test("has a measure in force from its day of effect, perhaps in the window of that day")
    func effect() throws {
        let history = try History().happened(
            "ban", "measure.imposed", "2031-04-01",
            ["measure": "ban", "kind": "tariff", "effective": "[2031-04-05..2031-04-10]"])
        let stages = try ["2031-04-04", "2031-04-07", "2031-04-10"].map { day in
            try history.rows("measures", asOf: day).first.map { [$0["status"], $0["certain"]] }
        }
        #expect(stages == [["announced", nil], ["announced", false], ["in_force", nil]])
    }

    @Test("marks roles by the event that set them")
    func role() throws {
        let role: JSONObject = ["person": "jo", "organisation": "acme", "role": "head"]
        var removed = role
        removed["how"] = "removed"
        let history = try History().happened("held", "role.stated", "2031-04-01", role)
            .happened("out", "role.changed", "[2031-04-05..2031-04-10]", removed)
        let rows = try history.rows("roles", asOf: "2031-04-07")
        #expect(rows.map { $0["status"] } == ["removed"])
        #expect(rows.map { $0["certain"] } == [false])
    }
}

extension History {
    /// The rows of a part of the state as of a day.
    fileprivate func rows(_ part: String, asOf day: String) throws -> [JSONObject] {
        let day = try EDTFDate(day)
        let events = try effective(events, by: Clocks(asOf: day))
        let slug = try #require(Slug("acme"))
        let answer = CaseAnswer(
            state: CaseState(of: slug, events, asOf: day), knownAt: 0, registers: Registers())
        return (answer.json.object?[part]?.array ?? []).compactMap(\.object)
    }

    /// Whether the rows are marked: null where they are not.
    fileprivate func marks(_ part: String, asOf day: String) throws -> [JSONValue] {
        try rows(part, asOf: day).map { $0["certain"] ?? .null }
    }
}
