import CaseModel
import RandomSupport
import Testing

@Suite("Decimal numbers")
struct DecimalNumberTests {
    @Test(
        "are digits with perhaps a sign and a point", arguments: ["0", "-0", "12", "-3.50", "0.5"])
    func good(text: String) {
        #expect(DecimalNumber(text)?.text == text)
    }

    @Test(
        "have no other form",
        arguments: [
            "", "-", ".", ".5", "1.", "01", "00", "+1", "--1", "1-", "1.2.3", "1e3", "0x1", " 1",
            "1 ", "1,000", "1_000", "٣", "½", "1.-2", "NaN",
        ])
    func bad(text: String) {
        #expect(DecimalNumber(text) == nil)
    }

    @Test("compare as the integers that they are after scaling")
    func order() throws {
        let seed: UInt64 = 0x5eed_0001
        var generator = SplitMix(seed: seed)
        for _ in 0..<20_000 {
            let (a, b) = (Scaled(using: &generator), Scaled(using: &generator))
            let (left, right) = (try a.number, try b.number)
            let isLess = a.tenThousandths < b.tenThousandths
            #expect((left < right) == isLess, "seed \(seed): \(left.text) < \(right.text)")
        }
    }

    @Test("of any length compare exactly")
    func long() throws {
        let nines = String(repeating: "9", count: 400)
        let below = try #require(DecimalNumber(nines + ".8"))
        let above = try #require(DecimalNumber(nines + ".80000000000000000000001"))
        #expect(below < above)
        #expect(!(above < below))
        #expect(try #require(DecimalNumber("-" + nines)) < below)
    }

    @Test("multiplies exactly, and not where the product has too many digits to hold")
    func products() throws {
        for (one, other, product) in [
            ("32", "72", "2304"), ("0.1", "0.2", "0.02"), ("-1.5", "2", "-3.0"), ("0", "9", "0"),
            ("1000000000000000000", "1000000000000000000", "1" + String(repeating: "0", count: 36)),
        ] {
            let factors = (try #require(DecimalNumber(one)), try #require(DecimalNumber(other)))
            #expect(factors.0.times(factors.1)?.text == product)
        }
        let large = try #require(DecimalNumber("1" + String(repeating: "0", count: 30)))
        #expect(large.times(large) == nil)
    }
}

/// A decimal number of at most four places, near enough to others to tie with them often.
private struct Scaled {
    let tenThousandths: Int
    let places: Int

    init(using generator: inout SplitMix) {
        places = .random(in: 0...4, using: &generator)
        let unit = (places..<4).reduce(1) { power, _ in power * 10 }
        tenThousandths = .random(in: -25_000...25_000, using: &generator) / unit * unit
    }

    var number: DecimalNumber {
        get throws {
            let (whole, rest) = tenThousandths.magnitude.quotientAndRemainder(dividingBy: 10_000)
            let digits = String(rest + 10_000).dropFirst().prefix(places)
            let sign = tenThousandths < 0 ? "-" : ""
            let text = places == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(digits)"
            return try #require(DecimalNumber(text))
        }
    }
}
