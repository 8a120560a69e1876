import CanonicalJSON
import CaseModel
import Projections
import Testing

/// What runs out or is due, counted in days from a day.
@Suite struct DueItemTests {
    private func due(_ history: History, from day: String, within: Int64) throws -> [String] {
        let date = try EDTFDate(day)
        let items = DueItems(
            try history.standing, from: date, asOf: date, registers: try history.registers)
        return items.within(days: within).map(\.text)
    }

    private var start: History { get throws { try History().source("gazette") } }

    @Test func `the ends of measures, suspensions, non-enforcement, controls and licences`() throws
    {
        let history =
            try start
            .happened(
                "ban", "measure.imposed", "2031-04-02",
                ["measure": "ban", "kind": "export_ban", "until": "2031-05-02"]
            )
            .happened(
                "pause", "measure.suspended", "2031-04-03",
                ["measure": "cap", "until": "2031-05-03"]
            )
            .happened(
                "lax", "measure.imposed", "2031-04-02", ["measure": "tax", "kind": "tariff"]
            )
            .happened(
                "lax2", "measure.amended", "2031-04-04",
                [
                    "measure": "tax", "change": "not enforced", "enforced": false,
                    "enforced_until": "2031-05-04",
                ]
            )
            .happened(
                "take", "control.taken", "2031-04-02", ["asset": "acme", "until": "2031-05-05"]
            )
            .happened(
                "permit", "licence.decided", "2031-04-02",
                ["party": "acme", "decision": "granted", "until": "2031-05-06"])
        #expect(
            try due(history, from: "2031-04-30", within: 10) == [
                "measure ban 2...2 acme/ban", "suspension cap 3...3 acme/pause",
                "non_enforcement tax 4...4 acme/lax2", "control acme 5...5 acme/take",
                "licence acme 6...6 acme/permit",
            ])
        #expect(try due(history, from: "2031-04-30", within: 2).count == 1)
        #expect(try due(history, from: "2031-05-07", within: 10) == [])
    }

    @Test func `an extension moves the end, and names itself`() throws {
        let history =
            try start
            .happened(
                "ban", "measure.imposed", "2031-04-02",
                ["measure": "ban", "kind": "export_ban", "until": "2031-05-02"]
            )
            .happened(
                "more", "measure.extended", "2031-04-20",
                ["measure": "ban", "until": "2031-05-12"])
        #expect(
            try due(history, from: "2031-04-10", within: 30) == ["measure ban 22...22 acme/ban"])
        #expect(
            try due(history, from: "2031-05-01", within: 30) == ["measure ban 11...11 acme/more"])
    }

    @Test func `a vague day is listed if it may fall into the time asked about`() throws {
        let history = try start.happened(
            "ban", "measure.imposed", "2031-04-02",
            ["measure": "ban", "kind": "export_ban", "until": "2031-06"])
        #expect(try due(history, from: "2031-05-30", within: 1) == [])
        #expect(try due(history, from: "2031-05-30", within: 2) == ["measure ban 2...31 acme/ban"])
        #expect(try due(history, from: "2031-06-30", within: 0) == ["measure ban -29...0 acme/ban"])
        #expect(try due(history, from: "2031-07-01", within: 9) == [])
    }

    @Test func `of deadlines in the same words the last one set counts`() throws {
        let history =
            try start
            .happened("a", "deadline.set", "2031-04-02", ["what": "hearing", "due": "2031-05-10"])
            .happened("b", "deadline.set", "2031-04-20", ["what": "hearing", "due": "2031-05-17"])
            .happened("c", "deadline.set", "2031-04-20", ["what": "review", "due": "2031-05-11"])
        #expect(
            try due(history, from: "2031-05-01", within: 30)
                == ["deadline review 10...10 acme/c", "deadline hearing 16...16 acme/b"])
        #expect(
            try due(history, from: "2031-04-10", within: 60) == ["deadline hearing 30...30 acme/a"])
    }

    @Test func `what is foretold is due until a source reports it`() throws {
        let foretold: [JSONValue] = [
            ["source": "gazette", "stance": "foretells", "by": "2031-05-10"]
        ]
        let history = try start.source("letter")
            .happened("take", "control.taken", "2031-04-02", ["asset": "acme"])
            .happened("return", "control.returned", nil, ["asset": "acme"], claims: foretold)
        #expect(
            try due(history, from: "2031-05-01", within: 30)
                == ["foretold acme/return 9...9 acme/return"])
        // It may come, so it has not ended the control.
        let control = try #require(try history.state().controls.first)
        #expect(control.perhaps.map(\.status) == ["returned"])
        let reported = try history.recorded(
            "said", "claim.added",
            ["event": "acme/return", "field": "occurred", "value": "2031-05-09"],
            claims: [["source": "letter"]])
        #expect(try due(reported, from: "2031-05-01", within: 30) == [])
        #expect(try reported.state().controls.isEmpty)
    }
}

extension DueItem {
    fileprivate var text: String {
        "\(kind.rawValue) \(subject) \(days.min ?? .min)...\(days.max ?? .max) \(setBy)"
    }
}
