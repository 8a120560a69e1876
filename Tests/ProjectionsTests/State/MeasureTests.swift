import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("Measures")
struct MeasureTests {
    private func announced(_ stage: String) -> JSONObject {
        ["measure": "ban", "stage": .string(stage)]
    }
    private let imposed: JSONObject = ["measure": "ban", "kind": "export_ban", "until": "2033"]
    private let ban: JSONObject = ["measure": "ban"]

    private func measure(_ history: History) throws -> Measure {
        let measures = try history.state().measures
        #expect(measures.map(\.slug.text) == ["ban"])
        return try #require(measures.first)
    }

    @Test("go from proposed to announced to in force to suspended and back, and end")
    func life() throws {
        var history = try History().happened(
            "a", "measure.announced", "2031-01", announced("proposed"))
        #expect(try line(measure(history)) == "proposed since 2031-01 until nil by a")
        history = try history.happened("b", "measure.announced", "2031-02", announced("adopted"))
        #expect(try line(measure(history)) == "announced since 2031-02 until nil by b")
        history = try history.happened("c", "measure.imposed", "2031-03", imposed)
        #expect(try line(measure(history)) == "in_force since 2031-03 until 2033 by c")
        history = try history.happened(
            "d", "measure.suspended", "2031-04", ["measure": "ban", "until": "2031-12"])
        #expect(try line(measure(history)) == "suspended since 2031-04 until 2031-12 by d")
        history = try history.happened("e", "measure.resumed", "2031-05", ban)
        #expect(try line(measure(history)) == "in_force since 2031-05 until 2033 by e")
        history = try history.happened("f", "measure.suspended", "2031-06", ban)
        #expect(try line(measure(history)) == "suspended since 2031-06 until nil by f")
        history = try history.happened(
            "g", "measure.ended", "2031-07", ["measure": "ban", "how": "struck_down"])
        #expect(try line(measure(history)) == "ended since 2031-07 until nil by g")
        #expect(try measure(history).status == .ended(.struckDown))
        history = try history.happened(
            "h", "measure.imposed", "2031-08", ["measure": "ban", "kind": "export_cap"])
        #expect(try line(measure(history)) == "in_force since 2031-08 until nil by h")
        #expect(try measure(history).kind == .exportCap)
    }

    private func line(_ measure: Measure) -> String {
        let (since, until) = (measure.since?.text ?? "nil", measure.until?.text ?? "nil")
        let event = measure.setBy.description.dropFirst("acme/".count)
        return "\(measure.status.word) since \(since) until \(until) by \(event)"
    }

    @Test("come to the same in whatever order their events are recorded")
    func orderOfTime() throws {
        let lives: [(String, String, String, JSONObject)] = [
            ("a", "measure.announced", "2031-01", announced("adopted")),
            ("b", "measure.imposed", "2031-03", imposed),
            ("c", "measure.suspended", "2031-04", ban),
            ("d", "measure.resumed", "2031-05", ban),
        ]
        var generator = SplitMix(seed: 0x5eed_0020)
        for _ in 0..<24 {
            let history = try lives.shuffled(using: &generator).reduce(History()) {
                try $0.happened($1.0, $1.1, $1.2, $1.3)
            }
            #expect(try line(measure(history)) == "in_force since 2031-05 until 2033 by d")
        }
    }

    @Test("that were paused or ended before their day of effect do not come into force on it")
    func stoppedBeforeEffect() throws {
        let ordered = try History().happened(
            "a", "measure.imposed", "2031-01-09",
            ["measure": "ban", "kind": "export_ban", "effective": "2031-03-01"])
        let paused = try ordered.happened(
            "b", "measure.suspended", "2031-02-10", ["measure": "ban", "until": "2032-02-10"])
        #expect(try line(measure(paused)) == "suspended since 2031-02-10 until 2032-02-10 by b")
        let resumed = try paused.happened("c", "measure.resumed", "2031-06", ban)
        #expect(try line(measure(resumed)) == "in_force since 2031-06 until nil by c")
        let dropped = try ordered.happened(
            "b", "measure.ended", "2031-02-10",
            ["measure": "ban", "how": "lapsed_never_in_force"])
        #expect(try line(measure(dropped)) == "ended since 2031-02-10 until nil by b")
        let again = try dropped.happened(
            "c", "measure.imposed", "2031-02-20",
            ["measure": "ban", "kind": "export_ban", "effective": "2031-04-01"])
        #expect(try line(measure(again)) == "in_force since 2031-04-01 until nil by c")
    }

    @Test("that were paused for a span before their day of effect wait for that day after it")
    func pausedForASpan() throws {
        for (span, line) in [
            ("2031-02-10/2031-02-12", "in_force since 2031-03-01 until nil by a"),
            ("2031-02-10/2031-05-12", "in_force since 2031-05-12 until nil by b"),
        ] {
            let history = try History().happened(
                "a", "measure.imposed", "2031-01-09",
                ["measure": "ban", "kind": "export_ban", "effective": "2031-03-01"]
            ).happened("b", "measure.suspended", span, ban)
            #expect(try self.line(measure(history)) == line)
        }
    }

    @Test("are in force since their day of effect, for without a clock every date has come")
    func effective() throws {
        for (occurred, effective) in [
            ("2031-04-02", "2031-04-03"), ("1999-04-02", "1999-05"), ("2031-04-02", "2031-04-02"),
            ("2031-04-02", "2031-04-01"), ("2031-04-02", "2031-04"), (nil, "2031-04"),
        ] as [(String?, String)] {
            let data: JSONObject = [
                "measure": "ban", "kind": "export_ban", "effective": .string(effective),
            ]
            let ban = try measure(History().happened("a", "measure.imposed", occurred, data))
            #expect(line(ban) == "in_force since \(effective) until nil by a")
            #expect(ban.effective?.text == effective)
        }
    }

    @Test("whose end has passed stay as they are")
    func until() throws {
        let history = try History()
            .happened(
                "a", "measure.imposed", "2001",
                ["measure": "ban", "kind": "fine", "until": "2002"]
            )
            .happened("b", "meeting.held", "2031")
        #expect(try line(measure(history)) == "in_force since 2001 until 2002 by a")
    }

    @Test("say whether they are enforced, which only an amendment changes")
    func enforced() throws {
        func amended(_ enforced: Bool?, _ date: String, _ key: String, _ history: History) throws
            -> History
        {
            var data: JSONObject = ["measure": "ban", "change": "x"]
            data["enforced"] = enforced.map(JSONValue.bool)
            return try history.happened(key, "measure.amended", date, data)
        }
        let imposed = try History().happened("a", "measure.imposed", "2031-01", imposed)
        #expect(try measure(imposed).isEnforced)
        let lenient = try amended(false, "2031-02", "b", imposed)
        #expect(try !measure(lenient).isEnforced)
        #expect(try measure(lenient).status == .inForce)
        #expect(try measure(lenient).setBy.description == "acme/a")
        #expect(try !measure(amended(nil, "2031-03", "c", lenient)).isEnforced)
        #expect(try measure(amended(true, "2031-03", "c", lenient)).isEnforced)
        let undated = try amended(false, "2031-02", "a", History())
            .happened("b", "measure.imposed", nil, self.imposed)
        #expect(try !measure(undated).isEnforced)
    }

    @Test("are not taken back by an event that cannot be said to come later")
    func undated() throws {
        let ended = try History().happened(
            "a", "measure.ended", "2031-04-10", ["measure": "ban", "how": "revoked"])
        for date: String? in [nil, "2031-04", "2031-04-10", "2031-04-01"] {
            let history = try ended.happened("b", "measure.imposed", date, imposed)
            #expect(try measure(history).status == .ended(.revoked), "\(date ?? "undated")")
            #expect(try measure(history).kind == .exportBan)
        }
        let imposed = try History().happened("a", "measure.imposed", "2031-04-10", imposed)
        for date: String? in [nil, "2031-04", "2031-04-10"] {
            let history = try imposed.happened(
                "b", "measure.announced", date, announced("proposed"))
            #expect(try measure(history).status == .inForce, "\(date ?? "undated")")
        }
        let again = try imposed.happened(
            "b", "measure.imposed", nil, ["measure": "ban", "kind": "fine"])
        #expect(try line(measure(again)) == "in_force since 2031-04-10 until 2033 by a")
    }

    @Test("begin with what is known of them")
    func unknownBeginning() throws {
        let history = try History().happened("a", "measure.suspended", "2031-04", ban)
        #expect(try line(measure(history)) == "suspended since 2031-04 until nil by a")
        #expect(try measure(history).kind == nil)
        #expect(try measure(history).by.isEmpty)
    }

    @Test("gather who took them and against whom, in order of mention")
    func parties() throws {
        let history = try History()
            .happened(
                "a", "measure.announced", "2031-01", announced("adopted"), by: "china", on: "acme"
            )
            .happened("b", "measure.imposed", "2031-02", imposed, by: "customs", on: "acme")
            .happened("c", "measure.suspended", "2031-03", ban, by: "court", on: "nobody")
        #expect(try measure(history).by.map(\.slug.text) == ["china", "customs"])
        #expect(try measure(history).on.map(\.slug.text) == ["acme"])
    }

    @Test("gather each party once, however many they are")
    func manyParties() throws {
        let names = (1...9).map { "company-\($0)" }
        var history = History()
        for (index, name) in (names + names.reversed()).enumerated() {
            history = try history.happened(
                "e\(index)", "measure.imposed", "2031-01-\(index + 10)", imposed, by: name,
                on: "acme")
        }
        #expect(try measure(history).by.map(\.slug.text) == names)
        #expect(try measure(history).on.map(\.slug.text) == ["acme"])
    }

    @Test("begin with a seizure that names its order, and stand in order of their slugs")
    func order() throws {
        let history = try History()
            .happened("a", "measure.imposed", "2031-01", ["measure": "z", "kind": "fine"])
            .happened(
                "b", "control.taken", "2031-02",
                ["asset": "acme", "measure": "m", "kind": "control_seizure"], on: "holding")
        let measures = try history.state().measures
        #expect(measures.map(\.slug.text) == ["m", "z"])
        #expect(measures.first?.kind == .controlSeizure)
        #expect(measures.first?.on.map(\.slug.text) == ["holding"])
    }

    @Test("know nothing of events that were retracted, and everything as corrected")
    func standing() throws {
        let history = try History().happened("a", "measure.imposed", "2031-01", imposed)
            .happened("b", "measure.ended", "2031-02", ["measure": "ban", "how": "revoked"])
        #expect(try measure(history.retracted("acme/b", as: "undo")).status == .inForce)
        let fixed = try history.corrected("acme/b", as: "fix", ["data.how": "expired"])
        #expect(try measure(fixed).status == .ended(.expired))
    }
}
