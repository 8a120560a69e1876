/// The parts of EDTF level 2 that are known and not supported, each by its name in the profile.
extension EDTFRefusal {
    static let exponentialYear = level2("exponential year", "write its digits: Y-170000000")
    static let significantDigits = level2(
        "significant digits", "write X for the digits that are not known: 19XX")
    static let subYearGrouping = level2(
        "sub-year grouping", "write 21 to 24 for a season, or its months as a set or interval")
    static let unspecifiedLetterYear = level2(
        "unspecified digit of a year after Y", "write the first and last year: [Y12030..Y12039]")

    private static func level2(_ feature: String, _ hint: String) -> EDTFRefusal {
        EDTFRefusal("level 2: \(feature), not supported", hint)
    }
}
