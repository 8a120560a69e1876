import CaseModel
import Testing

@Suite("The day of times with a zone")
struct EDTFSharedDayTests {
    @Test(
        "is one where a clock in the zone of either shows one day",
        arguments: [
            ("2031-04-05T23:30:00-08:00", "2031-04-06T07:30:00Z", true),
            ("2031-04-05T23:30:00-08:00", "2031-04-06T08:30:00Z", true),
            ("2031-04-05T23:30:00-08:00", "2031-04-07T00:30:00Z", false),
            ("2031-04-06T00:30:00+09:00", "2031-04-05T15:30:00Z", true),
            ("2031-04-05T01:00:00+08:00", "2031-04-05T23:00:00+08:00", true),
            ("2031-04-05T23:59:00Z", "2031-04-06T00:00:00Z", false),
            ("1969-12-31T23:30:00-01:00", "1970-01-01T00:30:00Z", true),
            ("1969-12-30T23:30:00Z", "1969-12-31T00:30:00Z", false),
            ("2031-04-05T23:30:00-08:00", "2031-04-06", false),
            ("2031-04-05T23:30:00", "2031-04-06T07:30:00Z", false),
        ])
    func sharedDay(one: String, other: String, isShared: Bool) throws {
        let (one, other) = (try EDTFDate(one), try EDTFDate(other))
        #expect(one.sharesDay(with: other) == isShared)
        #expect(other.sharesDay(with: one) == isShared)
    }
}
