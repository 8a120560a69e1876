import CaseModel
import RandomSupport
import Testing

@Suite("Whether a date had begun by another")
struct EDTFBeganTests {
    @Test(
        "yes, no, or nobody can say",
        arguments: [
            ("2031-04-02", "2031-04-02", .yes), ("2031-04-02", "2031-04-01", .no),
            ("2031-04-02", "2031-04", .yes), ("2031-04", "2031-04-29", .unknown),
            ("2031-04", "2031-04-30", .yes), ("2031-04", "2031-03-31", .no),
            ("2031-04", "2031-04", .yes), ("2031", "2031-04", .unknown),
            ("[..2031-04]", "2031-03", .unknown), ("[..2031-04]", "2031-04", .yes),
            ("[2031-04..]", "2031-05", .unknown), ("[2031-04..]", "2031-03", .no),
            ("[2031-04-02,2031-04-20]", "2031-04-10", .unknown),
            // Spans by their start, whether they are over or not.
            ("2031-04-02/2031-12", "2031-04-02", .yes), ("2031-04-02/..", "2031-05", .yes),
            ("2031-04/2031-06", "2031-04-15", .unknown), ("/2031-04", "2031-04", .yes),
            ("/2031-04", "2031-03", .unknown), ("{2031-04-02,2032}", "2031-04-02", .yes),
            ("2031-04-02/", "2031-04-01", .no), ("../..", "2031", .unknown),
            // By the latest day of the other; where it has none nobody can say.
            ("2031-04-02", "2031-04-02/2031-06", .yes), ("2031-06-30", "2031-04/2031-06", .yes),
            ("2031-07-01", "2031-04/2031-06", .no), ("2031-04-02", "[..2031-04]", .yes),
            ("2031-04-02", "2032/..", .unknown), ("2031-04-02", "[2032..]", .unknown),
            ("1560", "156X-12-25", .yes), ("2031-04-02T23:00:00Z", "2031-04-02", .yes),
        ] as [(String, String, Trilean)])
    func began(_ date: String, _ by: String, _ answer: Trilean) throws {
        #expect(try EDTFDate(date).began(by: EDTFDate(by)) == answer)
    }

    @Test("what had begun by one day had begun by every later one, and what had not, not earlier")
    func monotone() throws {
        for seed in UInt64(1)...150 {
            var generator = SplitMix(seed: seed)
            let date = try EDTFDate(RandomWindow(using: &generator).text)
            let answers = try (-22...22).map { day in
                date.began(by: try EDTFDate(text(day)))
            }
            let certainty = answers.map { [.no: 0, .unknown: 1, .yes: 2][$0, default: 3] }
            #expect(certainty == certainty.sorted(), "seed \(seed): \(date)")
        }
    }

    @Test("of two dates, one that is before another's start had begun by its latest day")
    func before() throws {
        for seed in UInt64(1)...800 {
            var generator = SplitMix(seed: seed)
            let dates = try (0..<2).map { _ in try EDTFDate(RandomWindow(using: &generator).text) }
            guard dates[0].isBefore(dates[1]) == .yes, dates[1].latest != nil else { continue }
            #expect(dates[0].began(by: dates[1]) == .yes, "seed \(seed): \(dates)")
        }
    }

    private func text(_ day: Int) throws -> String {
        try #require(Day(daysSince1970: Int64(day))).text
    }
}
