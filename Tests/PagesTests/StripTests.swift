import CaseModel
import Testing

@testable import Pages

/// How dates are drawn on a line of time: as vague as they are.
@Suite struct StripTests {
    /// The scale of April 2031: thirty days on a thousand steps.
    private func strip(_ date: String) throws -> Strip {
        let scale = try #require(TimeScale([try EDTFDate("2031-04")]))
        return Strip(try EDTFDate(date), on: scale)
    }

    @Test(
        arguments: [
            ("2031-04-01", "day", 0, 34), ("2031-04-30", "day", 966, 1000),
            ("2031-04", "window", 0, 1000), ("[2031-04-04..2031-04-06]", "window", 100, 200),
            ("2031-04-04/2031-04-06", "span", 100, 200), ("2031-04-28~", "day", 900, 934),
        ] as [(String, String, Int64, Int64)])
    func `a day, a window and a span have shapes and bounds of their own`(
        date: String, shape: String, from: Int64, to: Int64
    ) throws {
        let strip = try strip(date)
        #expect(strip.shape.rawValue == shape)
        #expect(strip.from == from && strip.to == to)
        #expect(!strip.isOpenBefore && !strip.isOpenAfter)
    }

    @Test func `an end that is not known is open, and drawn to the end of the line`() throws {
        let late = try strip("2031-04-16/..")
        #expect(late.isOpenAfter && !late.isOpenBefore)
        #expect(late.from == 500 && late.to == 1000)
        let early = try strip("[..2031-04-15]")
        #expect(early.isOpenBefore && !early.isOpenAfter)
        #expect(early.from == 0 && early.to == 500)
    }

    @Test func `a mark is never too thin to be seen, nor past the end`() throws {
        let scale = try #require(TimeScale([try EDTFDate("1900"), try EDTFDate("2100")]))
        for text in ["1900-01-01", "2000-02-29", "2100-12-31"] {
            let strip = Strip(try EDTFDate(text), on: scale)
            #expect(strip.to - strip.from >= 6)
            #expect(strip.from >= 0 && strip.to <= 1000)
        }
        // Years of sixteen digits do not overflow.
        let wide = try #require(
            TimeScale([try EDTFDate("Y-9999999999999999"), try EDTFDate("Y9999999999999999")]))
        let middle = Strip(try EDTFDate("2031"), on: wide)
        #expect((490...510).contains(middle.from))
    }

    @Test func `without any dated event there is no line`() throws {
        #expect(TimeScale([]) == nil)
        #expect(TimeScale([try EDTFDate("../..")]) == nil)
    }
}
