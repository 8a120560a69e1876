import CaseModel
import RandomSupport
import Testing

@Suite("Moments as text")
struct InstantTextTests {
    @Test(
        "a moment is written in UTC with six digits, and read back",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (86_399_999_999, "1970-01-01T23:59:59.999999Z"),
            (1_500_000, "1970-01-01T00:00:01.500000Z"),
            // 10,957 days, 9 hours and a half.
            (946_719_000_000_007, "2000-01-01T09:30:00.000007Z"),
            // The ends of 64 bits: 106,751,991 days and 4:00:54.775807 either way.
            (.max, "Y294247-01-10T04:00:54.775807Z"), (.min, "Y-290308-12-21T19:59:05.224192Z"),
        ] as [(Int64, String)])
    func text(_ microseconds: Int64, _ text: String) {
        #expect(Instant(microseconds: microseconds).text == text)
        #expect(Instant(text) == Instant(microseconds: microseconds))
    }

    @Test(
        "fewer digits of a fraction, or none, are read as well",
        arguments: [
            ("1970-01-01T00:00:02Z", 2_000_000), ("1970-01-01T00:00:02.5Z", 2_500_000),
            ("1970-01-01T00:00:02.05Z", 2_050_000), ("1970-01-01T00:00:02.00005Z", 2_000_050),
        ] as [(String, Int64)])
    func fractions(_ text: String, _ microseconds: Int64) {
        #expect(Instant(text)?.microseconds == microseconds)
    }

    @Test(
        "no other text is a moment",
        arguments: [
            "", "T", "1970-01-01", "1970-01-01T00:00:00", "1970-01-01T00:00:00+00:00",
            "1970-01-01T00:00:00-01Z", "1970-01-01 00:00:00Z", "1970-01-01T00:00Z",
            "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00.1234567Z", "1970-01-01T00:00:00.12aZ",
            "1970-01-01T00:00:00.5", "1970-01-01T24:00:00Z", "2016-12-31T23:59:60Z",
            "1970-02-30T00:00:00Z", "1970-01-01T00:00:00ZZ", "1970-01-01T00:00:00.5ZZ",
            "1970-01-01T00:00:00.5+1Z", "1970-01-01t00:00:00z", "1970-01-01T00:00:00Z ",
            "70-01-01T00:00:00Z", "1970-01-01T0:00:00Z", "Y294247-01-10T04:00:54.775808Z",
            "Y-290308-12-21T19:59:05.224191Z", "Y9999999999999999-12-31T00:00:00Z",
        ])
    func refused(_ text: String) {
        #expect(Instant(text) == nil)
    }

    @Test("every moment comes back from its text, and texts of a usual year are in its order")
    func roundTrip() {
        var generator = SplitMix(seed: 11)
        for round in 0..<2_000 {
            let any = Instant(microseconds: .random(in: .min ... .max, using: &generator))
            #expect(Instant(any.text) == any, "seed 11, round \(round): \(any.text)")
            // These are of the years 1970 to 9892, whose texts are all as long.
            let usual = (0..<2).map { _ in
                Instant(microseconds: .random(in: 0...250_000_000_000_000_000, using: &generator))
            }
            #expect((usual[0] < usual[1]) == (usual[0].text < usual[1].text), "round \(round)")
        }
    }
}
