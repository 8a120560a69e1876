import CanonicalJSON
import CaseModel
import Projections
import Testing

/// Actors and sources that may be one are pointed out, and not merged.
@Suite struct LookalikeTests {
    private func lints(_ name: String, _ other: String, ids: JSONValue = [:]) throws -> [String] {
        let history = try History().source("gazette")
            .company("one", name, ids).company("two", other, ids)
            .happened("deal", "action.taken", nil, ["what": "x"], by: "one", on: "two")
        return Conflicts(try history.standing, registers: try history.registers)
            .lints.map(\.kind.rawValue)
    }

    @Test(arguments: [
        ("Huawei", "Huаwei"), ("Inspur", "lnspur"), ("Acme", "ACMÉ"), ("Acme Ltd.", "Acme, Ltd"),
        ("OpenAI", "0penAI"), ("Modern Lamps", "Modem Lamps"), ("Cæsar", "Caesar"),
    ])
    func `names that look alike`(_ name: String, _ other: String) throws {
        #expect(try lints(name, other) == ["alike_names"])
    }

    @Test(arguments: [("Acme", "Acne"), ("Huawei", "Hua"), ("灯", "火")])
    func `names that do not`(_ name: String, _ other: String) throws {
        #expect(try lints(name, other) == [])
    }

    @Test func `one identifier for two`() throws {
        #expect(try lints("Acme", "Lamps", ids: ["lei": "X"]) == ["one_identifier_for_two"])
    }

    @Test func `merged actors are one already`() throws {
        let history = try History().source("gazette")
            .company("one", "Acme").company("two", "Acme")
            .adding(
                "actors.merged", nil, ["data": ["into": "one", "reason": "the same"]],
                in: "actor/two"
            )
            .happened("deal", "action.taken", nil, ["what": "x"], by: "one", on: "two")
        #expect(
            Conflicts(try history.standing, registers: try history.registers).lints.isEmpty)
    }

    @Test func `one address for two sources`() throws {
        let history = try ["a", "b"].reduce(History()) { history, slug in
            try history.adding(
                "source.captured", "captured",
                [
                    "data": [
                        "title": .null, "publisher": .null, "published": .null,
                        "url": "https://example.org/1",
                    ]
                ], in: "source/\(slug)")
        }
        let lints = Conflicts(try history.standing, registers: try history.registers).lints
        #expect(lints.map(\.kind.rawValue) == ["one_url_for_two"])
        #expect(lints.first?.detail == "a and b have the same URL: https://example.org/1")
    }
}

extension History {
    fileprivate func company(
        _ slug: String, _ name: String, _ ids: JSONValue = [:]
    ) throws -> History {
        try adding(
            "actor.registered", "registered",
            ["data": ["name": .string(name), "type": "company", "ids": ids]], in: "actor/\(slug)")
    }
}
