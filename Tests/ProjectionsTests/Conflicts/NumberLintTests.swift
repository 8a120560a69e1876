import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Numbers that cannot be right")
struct NumberLintTests {
    private func quantity(_ number: JSONObject, _ unit: String) -> JSONValue {
        var members = number
        (members["printed"], members["unit"]) = ("some", .string(unit))
        return .object(members)
    }

    private func moved(_ quantities: JSONValue...) throws -> [String] {
        try History().source("gazette").happened(
            "a", "transfer.made", nil, ["item": "racks", "quantity": .array(quantities)]
        ).lints()
    }

    private func racks(_ total: JSONObject, _ unit: String = "chips") throws -> [String] {
        try moved(
            quantity(["value": 24], "racks"), quantity(["value": 36], "chips per rack"),
            quantity(total, unit))
    }

    @Test("are totals that are not the product of what is told beside them: 24 times 36 is 864")
    func products() throws {
        for total: JSONValue in [863, 865, "864.5"] {
            #expect(try racks(["value": total]) == ["acme/a arithmetic"])
            #expect(try racks(["value": total], "GPUs") == ["acme/a arithmetic"])
        }
        #expect(try racks(["min": 865]) == ["acme/a arithmetic"])
    }

    @Test("are none where the product holds, or the bounds allow it")
    func holds() throws {
        for total in [
            ["value": 864], ["value": "864.0"], ["min": 800], ["max": 900], ["min": 1, "max": 864],
        ] as [JSONObject] {
            #expect(try racks(total) == [])
        }
        #expect(
            try moved(
                quantity(["min": 24], "racks"), quantity(["value": 36], "chips per rack"),
                quantity(["value": 1000], "chips")) == [])
    }

    @Test("are none where nothing is told in each of them, or several totals might be meant")
    func unrelated() throws {
        #expect(try moved(quantity(["value": 2], "racks"), quantity(["value": 9], "chips")) == [])
        #expect(
            try moved(
                quantity(["value": 2], "racks"), quantity(["value": 3], "chips per server"),
                quantity(["value": 9], "chips")) == [])
        #expect(
            try moved(
                quantity(["value": 2], "racks"), quantity(["value": 3], "chips per rack"),
                quantity(["value": 9], "GPUs"), quantity(["value": 5], "servers")) == [])
    }

    @Test("are one metric in two units")
    func metrics() throws {
        let history = try History().source("gazette").figure("a", 50, "2031")
        #expect(
            try history.figure("b", 50, "2030", unit: "USD").lints() == ["acme/b mixed_units"])
        #expect(try history.figure("b", 50, "2030").lints() == [])
        #expect(try history.figure("b", 50, "2030", metric: "sales", unit: "USD").lints() == [])
    }

    @Test("are values of one field in two units or currencies; one and many are one unit")
    func units() throws {
        let history = try History().source("gazette").source("letter")
            .happened("a", "meeting.held", nil, ["times": quantity(["value": 3], "visits")])
        #expect(
            try history.claimed("b", "times", quantity(["value": 3], "days")).lints() == [
                "acme/a mixed_units"
            ])
        #expect(try history.claimed("b", "times", quantity(["value": 3], "visit")).lints() == [])
        func price(_ currency: String) -> JSONValue {
            ["printed": "5", "amount": "5", "currency": .string(currency)]
        }
        let sold = try History().source("gazette").source("letter")
            .happened("a", "transfer.made", nil, ["item": "lamps", "value": price("EUR")])
        #expect(try sold.claimed("b", "value", price("USD")).lints() == ["acme/a mixed_units"])
        #expect(try sold.claimed("b", "value", price("EUR")).lints() == [])
    }
}

@Suite("Shares above the whole")
struct ShareLintTests {
    private let history: History

    init() throws { history = try History().source("gazette").owned("a", by: "jo", "2/3", "2031") }

    @Test("are those of several owners of one thing at one time")
    func above() throws {
        #expect(
            try history.owned("b", by: "apex", "1/2", "2031").lints() == ["acme/b above_the_whole"])
        #expect(try history.owned("b", by: "apex", "1/2").lints() == ["acme/b above_the_whole"])
        let majority: JSONValue = ["printed": "a majority", "min": "1/2"]
        #expect(try history.owned("b", by: "apex", majority).lints() == ["acme/b above_the_whole"])
        let three = try history.owned("b", by: "apex", "1/6").owned("c", by: "zed", "1/5")
        #expect(try three.lints() == ["acme/c above_the_whole"])
    }

    @Test("are none where they make the whole, or how much is not said")
    func whole() throws {
        #expect(try history.owned("b", by: "apex", "1/3").lints() == [])
        #expect(try history.owned("b", by: "apex").lints() == [])
        #expect(
            try history.owned("b", by: "apex", ["printed": "some", "max": "1/2"]).lints() == [])
    }

    @Test("are none where one owner is told twice, or they were held one after the other")
    func times() throws {
        #expect(try history.owned("b", by: "jo", "2/3").lints() == [])
        #expect(try history.owned("b", by: "apex", "1/2", "2032").lints() == [])
        let passed = try history.owned("b", by: "apex", "1/3").owned("c", by: "zed", "1/3", "2033")
        #expect(try passed.lints() == [])
    }

    @Test("are none where somebody holds through another owner, or not directly")
    func indirect() throws {
        #expect(try history.owned("b", by: "apex", "1/2", direct: "no").lints() == [])
        let through = try history.owned("b", by: "apex", "1/2").happened(
            "c", "ownership.stated", nil, ["asset": "apex", "owner": "jo", "direct": "yes"])
        #expect(try through.lints() == [])
    }

    @Test("are shares above a hundred percent; what is not a share may grow by more")
    func percent() throws {
        for unit in ["percent", "%"] {
            let share = try History().source("gazette")
                .figure("a", 101, "2031", metric: "market-share", unit: unit)
            #expect(try share.lints() == ["acme/a above_the_whole"])
        }
        for (value, metric) in [(100, "market-share"), (101, "growth")] as [(Int64, String)] {
            let figure = try History().source("gazette")
                .figure("a", value, "2031", metric: metric, unit: "percent")
            #expect(try figure.lints() == [])
        }
    }
}

@Suite("One family name for two people")
struct FamilyNameTests {
    @Test("is noted where an author bears that of a party")
    func author() throws {
        let history = try History().person("jo-doe", "Jo Doe").written(
            "herald", by: "Ann Doe et al.")
        #expect(try history.lints() == ["actor/jo-doe/registered one_family_name"])
        #expect(
            try history.conflicts().lints.map(\.detail) == [
                "Jo Doe shares the name Doe with Ann Doe, author of herald"
            ])
    }

    @Test("is noted once where two parties bear it, first or last, as they are also known by it")
    func parties() throws {
        let history = try History().person("a-lin", "Ann Lin").person(
            "b-lin", "Lin Bo", also: ["Lin"])
        #expect(try history.lints() == ["actor/a-lin/registered one_family_name"])
        #expect(try History().person("a-lin", "Ann Lin").person("b-lin", "Lin Bo").lints() == [])
    }

    @Test("is none for one person: an author who is a party, or two actors that are one")
    func one() throws {
        #expect(try History().person("jo", "Jo Doe").written("herald", by: "Jo Doe").lints() == [])
        let merged = try History().person("jo", "Jo Doe").person("doe", "J. Doe").adding(
            "actors.merged", "merged", ["data": ["into": "jo", "reason": "one person"]],
            in: "actor/doe")
        #expect(try merged.lints() == [])
    }

    @Test("is none for descriptions, for authors among themselves, and for what is no person")
    func others() throws {
        #expect(
            try History().person("a", "Dutch economy minister").person("b", "Economy minister")
                .person("c", "A speaker for Doe").person("d", "Jo Doe").lints() == [])
        #expect(try History().written("a", by: "Jo Doe").written("b", by: "Ann Doe").lints() == [])
        let company: JSONObject = ["data": ["name": "John Doe", "type": "company"]]
        #expect(
            try History().person("jo", "Jo Doe")
                .adding("actor.registered", "registered", company, in: "actor/john").lints() == [])
    }
}
