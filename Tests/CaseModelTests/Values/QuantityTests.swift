import CanonicalJSON
import CaseModel
import Testing

@Suite("Quantities")
struct QuantityTests {
    private func faults(of quantity: JSONObject) throws -> [String] {
        try CaseModelTests.faults("meeting.held", data: ["times": .object(quantity)]).map(\.line)
    }

    @Test("have a value, or one bound, or two")
    func good() throws {
        #expect(try faults(of: ["printed": "1,200", "value": 1200, "unit": "servers"]) == [])
        #expect(try faults(of: ["printed": "1.5", "value": "1.5", "unit": "t"]) == [])
        #expect(try faults(of: ["printed": "nearly 500", "max": 499, "unit": "firms"]) == [])
        #expect(try faults(of: ["printed": "some", "min": 2, "max": 2, "unit": "firms"]) == [])
    }

    @Test("never have both, nor neither, nor bounds the wrong way round")
    func bad() throws {
        #expect(
            try faults(of: ["printed": "many", "unit": "firms"])
                == ["data.times.value: a quantity needs a number"])
        #expect(
            try faults(of: ["printed": "5", "value": 5, "min": 4, "unit": "firms"])
                == ["data.times.value: value stands beside min or max"])
        #expect(
            try faults(of: ["printed": "9 to 10", "min": "10", "max": "9.5", "unit": "firms"])
                == ["data.times.max: max is less than min"])
    }

    @Test("tell all that is wrong at once, and nothing twice")
    func allAtOnce() throws {
        #expect(
            try faults(of: [:]) == [
                "data.times: the field \"printed\" is missing",
                "data.times: the field \"unit\" is missing",
                "data.times.value: a quantity needs a number",
            ])
        #expect(
            try faults(of: ["printed": "5", "value": "five", "unit": "firms"])
                == ["data.times.value: this is not a number"])
    }

    @Test("take an integer or a decimal number as text, never true, null or a list")
    func numbers() throws {
        for value: JSONValue in [true, .null, [], ["5"], "5e1", "", "٥"] {
            let found = try faults(of: ["printed": "5", "value": value, "unit": "firms"])
            #expect(found.first == "data.times.value: this is not a number", "\(value)")
        }
    }
}

@Suite("Money")
struct MoneyTests {
    private func faults(of money: JSONObject) throws -> [String] {
        let data: JSONObject = ["item": "lamps", "value": .object(money)]
        return try CaseModelTests.faults("transfer.made", data: data).map(\.line)
    }

    @Test("is printed words, a decimal amount as text, and a currency")
    func good() throws {
        #expect(
            try faults(of: [
                "printed": "about $5 million", "amount": "5000000", "currency": "USD",
                "approximate": true,
            ]) == [])
        #expect(try faults(of: ["printed": "€0.50", "amount": "0.50", "currency": "EUR"]) == [])
    }

    @Test("takes no number as amount, no sign as currency, no word as truth")
    func bad() throws {
        #expect(
            try faults(of: [
                "printed": "$5", "amount": 5, "currency": "$", "approximate": "yes",
            ]) == [
                "data.value.amount: text is expected, not a number",
                "data.value.currency: \"$\" is not a currency code",
                "data.value.approximate: true or false is expected, not text",
            ])
        #expect(
            try faults(of: ["printed": "$5", "amount": "5,000", "currency": "USD"])
                == ["data.value.amount: \"5,000\" is not a decimal number"])
    }
}
