/// The parts of EDTF level 2 that are known and not supported, each by its name in the profile.
extension EDTFRefusal {
    static let exponentialYear = level2("exponential year", "write its digits: Y-170000000")
    static let significantDigits = level2(
        "significant digits", "write X for the digits that are not known: 19XX")
    static let subYearGrouping = level2(
        "sub-year grouping", "write 21 to 24 for a season, or its months as a set or interval")
    static let allMembers = level2("set of all members", "record each date by itself")
    static let listOfDates = level2(
        "list of dates in a set", "write the whole window: [2031-04-02..2031-04-12]")
    static let setOfOneDate = level2("set of one date", "write the date without brackets")
    static let partQualified = level2(
        "qualification of a part of the date", "put the mark at the date's end: 2031-04-02~")
    static let unspecifiedDigit = level2(
        "unspecified digit other than from the right",
        "write 203X, 20XX, 2031-XX, 2031-04-XX or 2031-XX-XX, or a set")
    static let unspecifiedInInterval = level2(
        "unspecified digit in an interval", "write the month or year without it: 2031-04/2031-05")
    static let unspecifiedInSet = level2(
        "unspecified digit in a set", "write the first and last day: [2031-04-01..2031-04-30]")

    private static func level2(_ feature: String, _ hint: String) -> EDTFRefusal {
        EDTFRefusal("level 2: \(feature), not supported", hint)
    }
}
