import Testing

@Suite("day_of")
struct DayOfTests {
    @Test(
        "reads a day as answers write it, also of years that only EDTF counts so",
        arguments: [
            ("2031-04-02", "2031-04-02"), ("0001-01-01", "0001-01-01"),
            ("0000-02-29", "0001-02-29 BC"), ("-0044-03-15", "0045-03-15 BC"),
            ("Y170000-12-31", "170000-12-31"), ("-4712-01-01", "4713-01-01 BC"),
            ("-4713-12-31", "-infinity"), ("Y-17000-01-01", "-infinity"),
            ("Y5874897-12-31", "5874897-12-31"), ("Y5874898-01-01", "infinity"),
            ("Y9999999999999999-12-31", "infinity"),
        ])
    func text(_ day: String, _ date: String) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "day_of('\(day)'::text)")
            #expect(told == date)
        }
    }

    @Test(
        "counts days from 1970-01-01, as far as the type goes",
        arguments: [
            ("0", "1970-01-01"), ("-1", "1969-12-31"), ("22371", "2031-04-02"),
            ("-2440550", "4713-01-01 BC"), ("-2440551", "-infinity"),
            ("2145042905", "5874897-12-31"), ("2145042906", "infinity"),
        ])
    func number(_ days: String, _ date: String) async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "day_of(\(days)::bigint)")
            #expect(told == date)
        }
    }

    @Test("is null for no day")
    func null() async throws {
        try await Scratch.use { scratch in
            let told = try await scratch.answer(of: "day_of(NULL::text) IS NULL")
            #expect(told == "true")
            let number = try await scratch.answer(of: "day_of(NULL::bigint) IS NULL")
            #expect(number == "true")
        }
    }
}
