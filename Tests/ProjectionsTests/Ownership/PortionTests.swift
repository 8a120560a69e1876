import CaseModel
import Projections
import RandomSupport
import Testing

@testable import Projections

/// Sums and products of shares: exact while they fit, and bounds where they do not.
@Suite struct PortionTests {
    private func portion(_ text: String) throws -> Portion { Portion(try Fraction(spelling: text)) }

    @Test func `what fits is exact and reduced`() throws {
        #expect(try portion("1/3").plus(portion("1/6"), .down).text == "1/2")
        #expect(try portion("1/2").plus(portion("1/2"), .up).text == "1")
        #expect(try portion("2/3").times(portion("3/4"), .down).text == "1/2")
        #expect(try portion("2/3").minus(portion("1/6"), .up).text == "1/2")
        #expect(try portion("1/6").minus(portion("2/3"), .up) == .none)
    }

    @Test func `a sum of many unlike fractions lies between its bounds, which are close`() throws {
        var random = SplitMix(seed: 13)
        for _ in 0..<200 {
            var (low, high) = (Portion.none, Portion.none)
            // Parts of 100 owners, each at most a hundredth, with denominators prime to each other.
            let denominators = (0..<100).map { _ in
                Int64.random(in: 900_000_000...999_999_999, using: &random)
            }
            for denominator in denominators {
                let share = try portion("\(denominator / 100)/\(denominator)")
                (low, high) = (low.plus(share, .down), high.plus(share, .up))
            }
            #expect(low < high)
            // n/100 rounded down over n is at most 1/100, and at least 1/100 less one part in n.
            #expect(low <= .whole)
            #expect(try high > portion("999999/1000000"))
            let gap = high.minus(low, .up)
            #expect(try gap < portion("1/999999999"))
        }
    }
}
