import CaseModel
import Testing

@Suite("Days of the proleptic Gregorian calendar")
struct DayTests {
    @Test(
        "known days have their distance from 1970-01-01",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("1970-02-01", 31), ("1971-01-01", 365),
            // 30 years with the leap days of 1972 … 1996: 30 × 365 + 7.
            ("2000-01-01", 10_957),
            // and of 2000, 2001-01-01 is 366 days further.
            ("2001-01-01", 11_323),
            // five cycles of 146,097 days before 2000-01-01.
            ("0000-01-01", 10_957 - 5 * 146_097), ("-0001-12-31", 10_957 - 5 * 146_097 - 1),
            ("-0400-01-01", 10_957 - 6 * 146_097), ("9999-12-31", 10_957 + 20 * 146_097 - 1),
            // 1/400 of the years is a cycle: 10000 is 20 cycles after 2000.
            ("Y10000-01-01", 10_957 + 20 * 146_097),
        ] as [(String, Int64)])
    func distance(_ text: String, _ days: Int64) throws {
        let day = try #require(Day(text))
        #expect(day.daysSince1970 == days)
        #expect(Day(daysSince1970: days)?.text == text)
    }

    @Test(
        "February has 29 days in leap years only, year 0000 and negative ones included",
        arguments: [
            (2032, true), (2031, false), (2000, true), (1900, false), (2100, false), (0, true),
            (-4, true), (-1, false), (-100, false), (-400, true), (170_000_002, false),
        ] as [(Int64, Bool)])
    func leapYears(_ year: Int64, _ isLeap: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(Day(year: year, month: 2, day: 30) == nil)
    }

    @Test(
        "dates that do not exist are no days",
        arguments: [
            (2031, 0, 1), (2031, 13, 1), (2031, 4, 0), (2031, 4, 31), (2031, 6, 31), (2031, 1, 32),
            (10_000_000_000_000_000, 1, 1), (-10_000_000_000_000_000, 1, 1), (.min, 1, 1),
            (.max, 12, 31),
        ] as [(Int64, Int, Int)])
    func nonexistent(_ year: Int64, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test("every day of a whole cycle follows the day before and comes back from its date")
    func wholeCycle() throws {
        var (year, month, dayOfMonth): (Int64, Int, Int) = (-1, 12, 31)
        let first = try #require(Day(year: year, month: month, day: dayOfMonth)).daysSince1970
        for offset in 0...Int64(146_098) {
            let day = try #require(Day(daysSince1970: first + offset))
            try #require((day.year, day.month, day.day) == (year, month, dayOfMonth))
            (year, month, dayOfMonth) = dayAfter(year, month, dayOfMonth)
        }
    }

    /// The next date by the rules of the calendar, without counting days.
    private func dayAfter(_ year: Int64, _ month: Int, _ day: Int) -> (Int64, Int, Int) {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        if day < lengths[month - 1] { return (year, month, day + 1) }
        return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
    }

    @Test("the first and last day that can be told are ends of years, and their distance fits")
    func ends() {
        #expect(Day.first.text == "Y-9999999999999999-01-01")
        #expect(Day.last.text == "Y9999999999999999-12-31")
        // 19,999,999,999,999,999 years: 49,999,999,999,999 cycles and 399 years; the cycles from
        // -9999999999999999 (like year 1) on, so the rest is a cycle without its leap year 0000.
        let cycles: Int64 = 49_999_999_999_999
        #expect(Day.last - Day.first == cycles * 146_097 + (146_097 - 366) - 1)
        #expect(Day(daysSince1970: Day.last.daysSince1970 + 1) == nil)
        #expect(Day(daysSince1970: Day.first.daysSince1970 - 1) == nil)
        #expect(Day(daysSince1970: .min) == nil)
    }

    @Test(
        "no other spelling is read",
        arguments: [
            "", "-", "2031", "2031-04", "2031-4-02", "2031-04-2", "02031-04-02", "+2031-04-02",
            "2031-+4-02", "-0000-01-01", "Y2031-04-02", "Y02031-04-02", "12031-04-02",
            "2031-02-29", "2031-04-02 ", " 2031-04-02", "2031–04–02", "Y-0001-01-01",
            "Y10000000000000000-01-01", "Y99999999999999999999-01-01", "20310402",
        ])
    func otherSpellings(_ text: String) {
        #expect(Day(text) == nil)
    }

    @Test("days are ordered and subtracted as their numbers")
    func order() throws {
        let march = try #require(Day("2032-02-28"))
        let april = try #require(Day("2032-03-01"))
        #expect(march < april)
        #expect(april - march == 2)
        #expect(march - april == -2)
    }
}
