import CanonicalJSON
import Testing

@Suite("Numbers that are refused, at their first byte")
struct NumberRefusalTests {
    static let forms: [Refusal] = [
        Refusal("[1, 1.5]", 4, .fraction), Refusal("1.0", 0, .fraction),
        Refusal("1.", 0, .fraction), Refusal("-0.0", 0, .fraction),
        Refusal("1e5", 0, .exponent), Refusal("-1E+5", 0, .exponent),
        Refusal("-0e1", 0, .exponent), Refusal("00", 0, .leadingZero),
        Refusal("01", 0, .leadingZero), Refusal("-01", 0, .leadingZero),
        Refusal("-00", 0, .leadingZero), Refusal(#"{"a":-0}"#, 5, .negativeZero),
        Refusal("-", 0, .numberWithoutDigits), Refusal("--1", 0, .numberWithoutDigits),
        Refusal("-Infinity", 0, .numberWithoutDigits),
        Refusal("+1", 0, .unexpected("+", expecting: .value)),
        Refusal(".5", 0, .unexpected(".", expecting: .value)),
        Refusal("0x10", 1, .unexpected("x", expecting: .nothing)),
        Refusal("1_000", 1, .unexpected("_", expecting: .nothing)),
    ]

    static let ranges: [Refusal] = [
        Refusal("9007199254740992", 0, .integerOutOfRange),
        Refusal("-9007199254740992", 0, .integerOutOfRange),
        Refusal("9223372036854775807", 0, .integerOutOfRange),
        Refusal("9223372036854775808", 0, .integerOutOfRange),
        Refusal("-9223372036854775809", 0, .integerOutOfRange),
        Refusal("18446744073709551617", 0, .integerOutOfRange),
        Refusal("[" + String(repeating: "9", count: 10_000) + "]", 1, .integerOutOfRange),
    ]

    @Test("those not written as a whole number", arguments: forms)
    func refusesForms(refusal: Refusal) { refusal.check() }

    @Test("those beyond 2^53−1 on either side, however long", arguments: ranges)
    func refusesRanges(refusal: Refusal) { refusal.check() }
}
