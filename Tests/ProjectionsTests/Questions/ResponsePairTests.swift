import CanonicalJSON
import CaseModel
import RandomSupport
import Testing

@testable import Projections

/// Who answers whom, and how fast.
@Suite struct ResponsePairTests {
    private var start: History {
        get throws {
            try ["cn": "CN", "nl": "NL", "us": "US"].sorted { $0.key < $1.key }
                .reduce(History().source("gazette")) { history, actor in
                    try history.adding(
                        "actor.registered", "registered",
                        [
                            "data": [
                                "name": .string(actor.key), "type": "state",
                                "country": .string(actor.value),
                            ]
                        ], in: "actor/\(actor.key)")
                }
        }
    }

    private func act(
        _ history: History, _ key: String, _ day: String?, by actor: String,
        answering cause: String? = nil, basis: String = "explicit"
    ) throws -> History {
        let links = cause.map {
            [
                link(
                    "responds_to", "acme/\($0)", mode: basis == "temporal" ? nil : "retaliates_for",
                    basis: basis)
            ]
        }
        return try history.happened(
            key, "action.taken", day, ["what": .string(key)], by: actor, links: links ?? [])
    }

    private func pairs(_ history: History) throws -> [String] {
        ResponsePairs(try history.standing, registers: try history.registers).all.map { pair in
            "\(pair.by) > \(pair.to): \(pair.acts) acts, \(pair.rounds) rounds, "
                + "\(pair.days.phrase), median \(pair.median.phrase)"
        }
    }

    @Test func `an exchange has rounds, each side its own days`() throws {
        var history = try act(start, "a", "2031-04-02", by: "nl")
        history = try act(history, "b", "2031-04-09", by: "cn", answering: "a")
        history = try act(history, "c", "2031-04-10", by: "nl", answering: "b")
        history = try act(history, "d", "2031-04-20", by: "cn", answering: "c")
        #expect(
            try pairs(history) == [
                "country:CN > country:NL: 2 acts, 3 rounds, 7 to 10 days, median 8 to 9 days",
                "country:NL > country:CN: 1 acts, 2 rounds, 1 day, median 1 day",
            ])
    }

    @Test func `a month widens the window, an undated act leaves it open`() throws {
        var history = try act(start, "a", "2031-04-02", by: "nl")
        history = try act(history, "b", "2031-05", by: "cn", answering: "a")
        #expect(
            try pairs(history)
                == [
                    "country:CN > country:NL: 1 acts, 1 rounds, 29 to 59 days, median 29 to 59 days"
                ])
        history = try act(history, "c", nil, by: "cn", answering: "a")
        #expect(
            try pairs(history)
                == ["country:CN > country:NL: 2 acts, 1 rounds, unknown, median unknown"])
    }

    @Test func `what only follows in time, and what one side does to itself, does not count`()
        throws
    {
        var history = try act(start, "a", "2031-04-02", by: "nl")
        history = try act(history, "b", "2031-04-03", by: "cn", answering: "a", basis: "temporal")
        history = try act(history, "c", "2031-04-04", by: "nl", answering: "a")
        #expect(try pairs(history) == [])
    }

    @Test func `the median of windows holds the median of any numbers in them`() {
        var random = SplitMix(seed: 5)
        for _ in 0..<2_000 {
            let windows = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                let least = Int64.random(in: -5...20, using: &random)
                return DayWindow(min: least, max: least + Int64.random(in: 0...9, using: &random))
            }
            let numbers = windows.map {
                Int64.random(in: ($0.min ?? 0)...($0.max ?? 0), using: &random)
            }.sorted()
            // Twice the median, so that it is a whole number.
            let twice = numbers[(numbers.count - 1) / 2] + numbers[numbers.count / 2]
            let median = DayWindow(medianOf: windows)
            #expect((median.min ?? .max) * 2 <= twice && twice <= (median.max ?? .min) * 2)
        }
    }
}
