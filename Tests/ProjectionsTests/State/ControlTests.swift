import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Control")
struct ControlTests {
    private func taken(_ order: String? = nil) -> JSONObject {
        var data: JSONObject = ["asset": "acme"]
        data["measure"] = order.map(JSONValue.string)
        return data
    }

    /// The keys of the events that set what stands.
    private func standing(_ history: History) throws -> [String] {
        try history.state().controls.map { $0.setBy.description }
    }

    @Test("of one asset may be taken twice: both stand, side by side")
    func sideBySide() throws {
        let history = try History()
            .happened("a", "control.taken", "2031-02", taken("order-a"), by: "ministry")
            .happened(
                "b", "control.taken", "2031-01",
                ["asset": "acme", "share": "7/8", "scope": "shares"], by: "court")
        let controls = try history.state().controls
        #expect(controls.map(\.setBy.description) == ["acme/b", "acme/a"])
        #expect(controls.map { $0.by.map(\.slug.text) } == [["court"], ["ministry"]])
        #expect(controls.map(\.since?.text) == ["2031-01", "2031-02"])
        #expect(controls.map(\.scope) == ["shares", nil])
        #expect(controls.map { $0.share == nil } == [false, true])
        #expect(controls.map { $0.measure?.text } == [nil, "order-a"])
    }

    private func twice() throws -> History {
        try History().happened("a", "control.taken", "2031-01", taken("order-a"))
            .happened("b", "control.taken", "2031-02", taken("order-b"))
            .happened("c", "control.taken", "2031-03", ["asset": "other"])
    }

    @Test("ends where the return names its order, and nowhere else")
    func byOrder() throws {
        let history = try twice().happened("d", "control.returned", "2031-04", taken("order-a"))
        #expect(try standing(history) == ["acme/b", "acme/c"])
        let again = try history.happened("e", "control.returned", "2031-05", taken("order-a"))
        #expect(try standing(again) == ["acme/b", "acme/c"])
    }

    @Test("ends altogether where the return names no order, or one of its own")
    func altogether() throws {
        for order in [nil, "order-of-return"] {
            let history = try twice().happened("d", "control.returned", "2031-04", taken(order))
            #expect(try standing(history) == ["acme/c"])
        }
    }

    private func order(_ history: History, _ slug: String = "acme") throws -> [String] {
        let events = try effective(history.events)
        let all = Set(["order-a"].compactMap { Slug($0) })
        let state = CaseState(of: try #require(Slug(slug)), events, measures: all)
        return state.measures.map {
            "\($0.status.word) since \($0.since?.text ?? "nil") by \($0.setBy)"
        }
    }

    @Test("ends its order when another case tells of the return under it")
    func returnElsewhere() throws {
        let history = try History().happened("a", "control.taken", "2031-01", taken("order-a"))
            .inCase("other")
        let back = try history.happened("b", "control.returned", "2031-03", taken("order-a"))
        let line = "ended since 2031-03 by other/b"
        #expect(try order(back) == [line])
        #expect(try order(back, "other") == [line])
        // A return that names no order is that of its own case.
        let unnamed = try history.happened("b", "control.returned", "2031-03", taken())
        #expect(try order(unnamed) == ["in_force since 2031-01 by acme/a"])
    }

    @Test("taken anew under an order that had ended puts the order in force again, since then")
    func takenAnew() throws {
        let history = try History().happened("a", "control.taken", "2031-01", taken("order-a"))
            .happened("b", "control.returned", "2031-02", taken("order-a"))
            .happened("c", "control.taken", "2031-05", taken("order-a"))
        #expect(try order(history) == ["in_force since 2031-05 by acme/c"])
        let back = try history.happened("d", "control.returned", "2031-06", taken("order-a"))
        #expect(try order(back) == ["ended since 2031-06 by acme/d"])
    }

    @Test("that is taken again after the return stands")
    func again() throws {
        let history = try History().happened("a", "control.taken", "2031-01", taken())
            .happened("b", "control.taken", "2031-03", taken())
            .happened("c", "control.returned", "2031-02", taken())
        #expect(try standing(history) == ["acme/b"])
    }

    @Test("ends by a return whose date is not precise enough to come after")
    func imprecise() throws {
        for (from, to) in [(nil, "2031-04"), ("2031-04-02", "2031"), ("2031-04", nil), (nil, nil)]
            as [(String?, String?)]
        {
            let history = try History().happened("b", "control.returned", to, taken())
                .happened("a", "control.taken", from, taken())
            #expect(try standing(history) == [], "\(from ?? "undated") \(to ?? "undated")")
        }
    }

    @Test("is not ended by a return that certainly came before")
    func before() throws {
        let history = try History().happened("b", "control.returned", "2030", taken())
            .happened("a", "control.taken", "2031", taken())
        #expect(try standing(history) == ["acme/a"])
    }

    @Test("knows nothing of events that were retracted")
    func retracted() throws {
        let history = try History().happened("a", "control.taken", "2031-01", taken())
            .happened("b", "control.returned", "2031-02", taken())
        #expect(try standing(history.retracted("acme/b", as: "undo")) == ["acme/a"])
        #expect(try standing(history.retracted("acme/a", as: "undo")) == [])
    }
}
