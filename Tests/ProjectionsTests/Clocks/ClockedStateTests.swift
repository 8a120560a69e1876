import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("A state as of a day")
struct ClockedStateTests {
    @Test("keeps what perhaps was given back, and says so beside it")
    func control() throws {
        let history = try History().happened("take", "control.taken", "2031-04-01", asset)
            .happened("return", "control.returned", "[2031-04-05..2031-04-10]", asset)
        #expect(try history.story("controls", asOf: "2031-04-04") == [": "])
        #expect(
            try history.story("controls", asOf: "2031-04-07")
                == [": perhaps returned by acme/return"])
        #expect(try history.story("controls", asOf: "2031-04-10") == [])
    }

    @Test("keeps what an undated return perhaps gave back, and says so beside it")
    func undatedReturn() throws {
        let history = try History().happened("return", "control.returned", nil, asset)
            .happened("take", "control.taken", "2031-04-01", asset)
        #expect(
            try history.story("controls", asOf: "2031-04-04")
                == [": perhaps returned by acme/return"])
    }

    private let asset: JSONObject = ["asset": "acme"]

    @Test("says beside a measure that it perhaps is not enforced")
    func enforcement() throws {
        let history = try History()
            .happened("ban", "measure.imposed", "2031-04-01", ["measure": "ban", "kind": "tariff"])
            .happened(
                "rest", "measure.amended", "[2031-04-05..2031-04-10]",
                ["measure": "ban", "change": "It rests.", "enforced": false])
        let rows = try ["2031-04-04", "2031-04-07", "2031-04-10"].map {
            try #require(try history.rows("measures", asOf: $0).first)
        }
        #expect(rows.map { $0["enforced"] } == [true, true, false])
        #expect(rows.map { $0["certain"] } == [nil, nil, nil])
        let perhaps = rows.map { $0["perhaps"]?.array?.first?.object?["enforced"] }
        #expect(perhaps == [nil, false, nil])
    }

    @Test("has a measure in force from its day of effect, perhaps in the window of that day")
    func effect() throws {
        let history = try History().happened(
            "ban", "measure.imposed", "2031-04-01",
            ["measure": "ban", "kind": "tariff", "effective": "[2031-04-05..2031-04-10]"])
        let stories = try ["2031-04-04", "2031-04-07", "2031-04-10"].flatMap { day in
            try history.story("measures", asOf: day)
        }
        #expect(
            stories == ["announced: ", "announced: perhaps in_force by acme/ban", "in_force: "])
    }

    @Test("has the role that somebody certainly held, and beside it what only may have come since")
    func role() throws {
        let role: JSONObject = ["person": "jo", "organisation": "acme", "role": "head"]
        var removed = role
        removed["how"] = "removed"
        let history = try History().happened("held", "role.stated", "2031-04-01", role)
            .happened("out", "role.changed", "[2031-04-05..2031-04-10]", removed)
        #expect(
            try history.story("roles", asOf: "2031-04-07")
                == ["in_office: perhaps removed by acme/out"])
    }

    @Test("marks a row of which nothing is certain")
    func nothingCertain() throws {
        let history = try History().happened(
            "ban", "measure.imposed", "2031-04", ["measure": "ban", "kind": "tariff"])
        let row = try #require(try history.rows("measures", asOf: "2031-04-07").first)
        #expect(row["certain"] == false)
        #expect(row["status"] == "in_force")
        #expect(row["perhaps"] == nil)
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

    /// The status of each row, and what it may have become since.
    fileprivate func story(_ part: String, asOf day: String) throws -> [String] {
        try rows(part, asOf: day).map { row in
            let perhaps = (row["perhaps"]?.array ?? []).compactMap(\.object).map {
                "perhaps \($0["status"]?.string ?? "") by \($0["set_by"]?.string ?? "")"
            }
            return "\(row["status"]?.string ?? ""): " + perhaps.joined(separator: ", ")
        }
    }
}
