import CanonicalJSON
import CaseModel
import Projections
import Testing

/// The way of goods from hand to hand.
@Suite struct FlowTests {
    private var start: History {
        get throws {
            try History().source("gazette").source("letter")
                .list("entity-list", programme: "Entity List")
        }
    }

    private func gives(
        _ history: History, _ key: String, _ from: String, _ to: String, on day: String?,
        _ quantity: JSONValue..., claims: [JSONValue] = [["source": "gazette"]]
    ) throws -> History {
        try history.happened(
            key, "transfer.made", day,
            [
                "item": "servers", "from": .string(from), "to": .string(to),
                "quantity": .array(quantity),
            ], claims: claims)
    }

    private func flow(_ history: History) throws -> Flow {
        Flow(of: { _ in true }, in: try history.standing, registers: try history.registers)
    }

    private func number(_ count: Int64, _ unit: String = "servers") -> JSONValue {
        ["printed": .string("\(count)"), "value": .integer(count), "unit": .string(unit)]
    }

    @Test func `each hand stands behind the one that it got the goods from`() throws {
        var history = try gives(start, "second", "b", "c", on: nil)
        history = try gives(history, "first", "a", "b", on: "2031-05")
        history = try history.happened(
            "use", "access.provided", "2031-01",
            ["service": "servers by the hour", "provider": "c", "user": "d"])
        history = try gives(history, "third", "d", "e", on: nil)
        let flow = try flow(history)
        #expect(
            flow.steps.map { $0.event.description } == [
                "acme/first", "acme/second", "acme/use", "acme/third",
            ])
        // What is used from afar is in nobody's hands.
        #expect(flow.steps.map(\.after.count) == [0, 1, 1, 0])
    }

    @Test func `a hand with very many steps names the last few`() throws {
        var history = try start
        for number in 0..<30 {
            history = try gives(history, "in\(number)", "a", "b", on: "2031-05")
        }
        history = try gives(history, "out", "b", "c", on: "2031-06")
        let last = try #require(try flow(history).steps.last)
        #expect(last.event.description == "acme/out")
        #expect(last.after.map(\.description) == (10..<30).map { "acme/in\($0)" })
        #expect(last.furtherBefore == 10)
    }

    @Test func `a circle of hands is entered at its earliest step`() throws {
        var history = try gives(start, "one", "a", "b", on: nil)
        history = try gives(history, "two", "b", "a", on: nil)
        #expect(
            Set(try flow(history).steps.map { $0.event.description }) == ["acme/one", "acme/two"])
    }

    @Test func `a step before another cannot pass on its goods`() throws {
        var history = try gives(start, "late", "a", "b", on: "2031-05")
        history = try gives(history, "early", "b", "c", on: "2031-04")
        #expect(try flow(history).steps.map(\.after.count) == [0, 0])
    }

    @Test func `flags tell what held on the date of the step`() throws {
        var history = try start.lists("b", on: "entity-list", day: "2031-05-10")
            .owns("b", "sub", "1", on: "2031-01")
        for (key, day) in [
            ("before", "2031-05-09"), ("on", "2031-05-10"), ("month", "2031-05"), ("undated", nil),
        ] {
            history = try gives(history, key, "a", "b", on: day)
        }
        let flags = Dictionary(
            uniqueKeysWithValues: try flow(history).steps.map { step in
                (step.event.description, step.flags.filter { $0.kind == .listed }.map(\.isCertain))
            })
        #expect(
            flags == [
                "acme/before": [], "acme/on": [true], "acme/month": [false],
                "acme/undated": [false],
            ])
    }

    @Test func `a party owned by a listed one is captured while the rule is in force`() throws {
        var history = try start.lists("b", on: "entity-list", day: "2023-03")
            .owns("b", "sub", "1", on: "2023-01")
        for (key, day) in [("before", "2025-09-01"), ("in", "2025-10-01"), ("after", "2026-01-01")]
        {
            history = try gives(history, key, "a", "sub", on: day)
        }
        let flags = try flow(history).steps.map { step in
            step.flags.map { "\($0.kind.rawValue) \($0.party?.slug.text ?? "") \($0.isCertain)" }
        }
        #expect(flags == [[], ["captured sub true"], []])
    }

    @Test func `sources that disagree flag the step`() throws {
        let denied: [JSONValue] = [
            ["source": "gazette"], ["source": "letter", "stance": "denies"],
        ]
        let flow = try flow(gives(start, "first", "a", "b", on: nil, claims: denied))
        #expect(flow.steps[0].flags.map(\.kind) == [.disputed])
    }

    @Test func `products, and what is passed on, are checked unit by unit`() throws {
        let rate: JSONValue = [
            "printed": "72 chips per rack", "value": 72, "unit": "chips per rack",
        ]
        var history = try gives(
            start, "in", "a", "b", on: nil, number(32, "racks"), rate, number(2304, "chips"))
        history = try gives(history, "out", "b", "c", on: nil, number(33, "racks"))
        history = try history.happened(
            "use", "access.provided", nil,
            [
                "service": "chips", "provider": "b", "user": "d",
                "quantity": [["printed": "2,300", "value": 2300, "unit": "chips"]],
            ])
        let told = try flow(history).checks.map { "\($0.kind.rawValue) \($0.isRight.rawValue)" }
        #expect(told == ["product yes", "passed_on no", "used_remotely yes"])
    }

    @Test func `bounds that allow either answer leave it open`() throws {
        let nearly: JSONValue = ["printed": "nearly 500", "max": 499, "unit": "servers"]
        var history = try gives(start, "in", "a", "b", on: nil, nearly)
        history = try gives(history, "out", "b", "c", on: nil, number(400))
        #expect(try flow(history).checks.map(\.isRight) == [.unknown])
        let more = try gives(history, "more", "b", "d", on: nil, number(100))
        #expect(try flow(more).checks.map(\.isRight) == [.no])
    }
}
