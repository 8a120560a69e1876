import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("The order of a timeline")
struct TimelineOrderTests {
    private func keys(_ dates: [(String, String?)]) throws -> [String] {
        let history = try dates.reduce(History()) { history, event in
            try history.happened(event.0, "meeting.held", event.1)
        }
        return try history.timeline().entries.map { $0.event.body.key?.text ?? "" }
    }

    @Test("is the earliest day, then the latest, then the position; undated events are last")
    func order() throws {
        let dates: [(String, String?)] = [
            ("undated", nil), ("month", "2031-04"), ("day", "2031-04-01"), ("next", "2031-04-02"),
            ("since", "[2031-04-01..]"), ("year", "2031"), ("by", "[..2031-04]"),
            ("by-earlier", "[..2030]"), ("span", "2031-04-01/2031-04-01"), ("undated-2", nil),
        ]
        #expect(
            try keys(dates) == [
                "by-earlier", "by", "year", "day", "span", "month", "since", "next", "undated",
                "undated-2",
            ])
    }

    @Test("of one day is the time of day: as instants with a zone, behind what has no time")
    func times() throws {
        let dates: [(String, String?)] = [
            ("night", "2031-04-02T23:30:00"), ("nine", "2031-04-02T09:00:00Z"),
            ("day", "2031-04-02"), ("tokyo", "2031-04-02T09:00:00+09:00"),
            ("new-york", "2031-04-02T04:30:00-04:00"), ("same", "2031-04-02T18:00:00+09:00"),
            ("next", "2031-04-03T00:00:00+14:00"), ("day-2", "2031-04-02"),
            ("span", "2031-04-02/2031-04-03"),
        ]
        // 00:00Z in Tokyo, 08:30Z in New York, 09:00Z twice; the days are those that are written.
        #expect(
            try keys(dates) == [
                "day", "day-2", "tokyo", "new-york", "nine", "same", "night", "span", "next",
            ])
    }

    @Test("does not depend on the order of recording where two times differ")
    func total() throws {
        let dates: [(String, String?)] = [
            ("a", "2031-04-02T09:00:00"), ("b", "2031-04-02"), ("c", "2031-04-02T08:00:00Z"),
            ("d", "2031-04-02T08:30:00+02:00"),
        ]
        for start in dates.indices {
            let turned = Array(dates[start...] + dates[..<start])
            #expect(try keys(turned) == ["b", "d", "c", "a"])
        }
    }

    @Test("does not put a date that is open at both ends among the undated")
    func open() throws {
        #expect(
            try keys([("day", "-9999-01-01"), ("open", "../.."), ("not", nil)])
                == ["open", "day", "not"])
    }

    @Test("is that of the corrected dates")
    func corrected() throws {
        let history = try History().happened("a", "meeting.held", "2031-04-01")
            .happened("b", "meeting.held", "2031-04-02")
            .corrected("acme/a", as: "fix", ["occurred": "2031-04-03"])
        #expect(try history.timeline().entries.map { $0.event.body.key?.text } == ["b", "a"])
    }

    @Test("has world events only, and none that was retracted unless it is asked for")
    func content() throws {
        let history = try History().source("gazette")
            .recorded("opened", "case.opened", ["title": "Acme"])
            .happened("a", "meeting.held", "2031-04-01")
            .happened("b", "meeting.held", "2031-04-02")
            .retracted("acme/a", as: "undo")
        #expect(try history.timeline().entries.map { $0.event.body.key?.text } == ["b"])
        let all = try history.timeline(includingRetracted: true).entries
        #expect(all.map { $0.event.body.key?.text } == ["a", "b"])
        #expect(all.map(\.status) == [.retracted, .asserted])
    }
}
