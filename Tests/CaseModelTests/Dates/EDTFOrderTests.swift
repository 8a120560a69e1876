import CaseModel
import RandomSupport
import Testing

@Suite("Order and distance of dates, where both are windows")
struct EDTFOrderTests {
    @Test(
        "before: yes, no, or nobody can say",
        arguments: [
            ("2031-04-02", "2031-04-03", .yes), ("2031-04-03", "2031-04-02", .no),
            // One day is not before itself; within a day no order is told.
            ("2031-04-02", "2031-04-02", .no),
            ("2031-04-02T09:00:00Z", "2031-04-02T10:00:00Z", .no),
            ("2031-04-02T23:30:00-11", "2031-04-03T00:30:00+14", .yes),
            ("2031-04", "2031-04", .unknown), ("2031-04", "2031-05", .yes),
            ("2031-04", "2031", .unknown), ("2031-05", "2031-04", .no),
            ("2031-03-31", "2031-04", .yes), ("2031-04-01", "2031-04", .unknown),
            ("2031-04-30", "2031-04", .no), ("2031-21", "2031-23", .unknown),
            ("[..2031-04]", "2031-05-01", .yes), ("2031-05-01", "[..2031-04]", .no),
            ("[..2031-04]", "2031-04-30", .unknown), ("[2031-04..]", "2031-03", .no),
            ("[2031-04..]", "2031-05", .unknown), ("[..2031-04]", "[..2031-05]", .unknown),
            // Spans from start to start: these two overlap, and the first began first.
            ("2031-04-02/2031-04-12", "2031-04-05/2031-04-10", .yes),
            ("2031-04-02/2031-04-12", "2031-04-10", .yes),
            ("2031-04-02/..", "2031-04-02/2031-04-03", .no),
            ("2031-04/2031-06", "2031-05-01", .yes), ("2031-04/2031-06", "2031-04-15", .unknown),
            // Whenever it began, it began by its end.
            ("/2031-04", "2031-05-01", .yes), ("../2031-04", "2031-04-30", .unknown),
            ("2031/2031-04-10", "2031-04-11", .yes), ("/", "2031", .unknown),
            // One of several days counts by its window, whatever lies between.
            ("[2031-04-02,2031-04-20]", "2031-04-10", .unknown),
            ("[2031-04-02,2031-04-04]", "[2031-04-05,2031-05]", .yes),
            // All of a set starts by its first member.
            ("{2031-04-02,2031-04-20}", "2031-04-10", .yes),
            ("{..2031-04,2031-06}", "2031-05-01", .yes), ("{2031..}", "2030", .no),
            ("156X-12-25", "1570", .yes), ("2004-06-XX/2004-07-03", "2004-07-01", .yes),
            ("2004-06~-11", "2004-06-12", .yes),
            ("-0044-03-15", "0014-08-19", .yes), ("Y-170000002", "Y170000002", .yes),
        ] as [(String, String, Trilean)])
    func order(_ left: String, _ right: String, _ answer: Trilean) throws {
        #expect(try EDTFDate(left).isBefore(EDTFDate(right)) == answer)
    }

    @Test(
        "days from one date to another",
        arguments: [
            ("2031-04-02", "2031-04-14", 12, 12, "12 days"),
            ("2031-04-02", "2031-04-03", 1, 1, "1 day"),
            ("2031-04-02", "2031-04-02", 0, 0, "0 days"),
            ("2031-04-03", "2031-04-02", -1, -1, "-1 day"),
            ("[2019-03-01..2019-03-10]", "2019-03-20", 10, 19, "10 to 19 days"),
            ("2031-04-02", "[2031-04-05..2031-04-14]", 3, 12, "3 to 12 days"),
            ("2031-04", "2031-04-14", -16, 13, "-16 to 13 days"),
            ("2031-03-31", "[2031-03-31..2031-04-01]", 0, 1, "0 to 1 day"),
            ("[..2031-04-10]", "2031-04-13", 3, nil, "at least 3 days"),
            ("[2031-04-01..]", "2031-04-13", nil, 12, "at most 12 days"),
            ("2031-04-02", "[2031-04-03..]", 1, nil, "at least 1 day"),
            ("2031-04-02", "[..2031-04-12]", nil, 10, "at most 10 days"),
            ("[..2031]", "[..2032]", nil, nil, "unknown"), ("/", "2031", nil, nil, "unknown"),
            // From start to start, and a span starts within its first date.
            ("2031-04-02/2031-04-12", "2031-04-14/2031-05", 12, 12, "12 days"),
            ("2031-04/2031-06", "2031-05-01", 1, 30, "1 to 30 days"),
            ("/2031-04-12", "2031-04-14", 2, nil, "at least 2 days"),
            ("{2031-04-02,2031-04-20}", "2031-04-14", 12, 12, "12 days"),
            ("[2031-04-02,2031-04-04]", "2031-04-14", 10, 12, "10 to 12 days"),
            // No leap year 1900: 28 days of February.
            ("1900-02-01", "1900-03-01", 28, 28, "28 days"),
            ("0000-01-01", "0001-01-01", 366, 366, "366 days"),
        ] as [(String, String, Int64?, Int64?, String)])
    func distance(
        _ left: String, _ right: String, _ min: Int64?, _ max: Int64?, _ phrase: String
    ) throws {
        let days = DayWindow.from(try EDTFDate(left), to: try EDTFDate(right))
        #expect(days.min == min)
        #expect(days.max == max)
        #expect(days.phrase == phrase)
    }

    @Test("the farthest two dates have a distance")
    func farthest() throws {
        let first = try EDTFDate("Y-9999999999999999")
        let last = try EDTFDate("Y9999999999999999")
        let days = DayWindow.from(first, to: last)
        #expect(days.max == Day.last - Day.first)
        #expect(DayWindow.from(last, to: first).min == Day.first - Day.last)
        #expect(first.isBefore(last) == .yes)
    }

    @Test("of two dates at most one is before the other, and what is before is not after")
    func antisymmetry() throws {
        try forEachSeed { left, right, _, context in
            guard left.isBefore(right) == .yes else { return }
            #expect(right.isBefore(left) == .no, context)
        }
    }

    @Test("what is before a date that is before a third is before the third")
    func transitivity() throws {
        try forEachSeed { first, second, third, context in
            guard first.isBefore(second) == .yes, second.isBefore(third) == .yes else { return }
            #expect(first.isBefore(third) == .yes, context)
        }
    }

    @Test("the way back is the way there with its sign turned")
    func turned() throws {
        try forEachSeed { left, right, _, context in
            let (there, back) = (
                DayWindow.from(left, to: right), DayWindow.from(right, to: left)
            )
            #expect(back.min == there.max.map { -$0 }, context)
            #expect(back.max == there.min.map { -$0 }, context)
        }
    }

    @Test("a window has its least before its most, and holds the distance of any days within")
    func holds() throws {
        try forEachSeed { left, right, _, context in
            let days = DayWindow.from(left, to: right)
            if let min = days.min, let max = days.max { #expect(min <= max, context) }
            guard let from = left.startEarliest, let to = right.startEarliest else { return }
            #expect((days.min ?? .min) <= to - from && to - from <= (days.max ?? .max), context)
        }
    }

    @Test("order and distance agree")
    func agreement() throws {
        try forEachSeed { left, right, _, context in
            let days = DayWindow.from(left, to: right)
            let order = left.isBefore(right)
            #expect((order == .yes) == ((days.min ?? .min) > 0), context)
            #expect((order == .no) == ((days.max ?? .max) <= 0), context)
        }
    }

    @Test("shifting both dates by as many days changes neither order nor distance")
    func shifting() throws {
        var generator = SplitMix(seed: 7)
        for round in 0..<500 {
            let (left, right) = (
                RandomWindow(using: &generator), RandomWindow(using: &generator)
            )
            let shift = Int64.random(in: -1_500_000...2_900_000, using: &generator)
            let here = try (EDTFDate(left.text), EDTFDate(right.text))
            let there = try (
                EDTFDate(left.shifted(by: shift).text), EDTFDate(right.shifted(by: shift).text)
            )
            let context: Comment = "seed 7, round \(round): \(left.text) \(right.text) by \(shift)"
            #expect(there.0.isBefore(there.1) == here.0.isBefore(here.1), context)
            #expect(
                DayWindow.from(there.0, to: there.1) == DayWindow.from(here.0, to: here.1), context)
        }
    }

    private func forEachSeed(
        _ check: (EDTFDate, EDTFDate, EDTFDate, Comment) throws -> Void
    ) throws {
        for seed in UInt64(1)...800 {
            var generator = SplitMix(seed: seed)
            let texts = (0..<3).map { _ in RandomWindow(using: &generator).text }
            let dates = try texts.map { try EDTFDate($0) }
            try check(dates[0], dates[1], dates[2], "seed \(seed): \(texts)")
        }
    }
}
