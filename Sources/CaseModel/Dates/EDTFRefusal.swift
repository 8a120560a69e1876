/// A reason to refuse a text, in words that hold for every text refused for it.
struct EDTFRefusal: Sendable {
    let message: String
    let hint: String

    init(_ message: String, _ hint: String) {
        self.message = message
        self.hint = hint
    }
}

/// Characters and the shape of the whole text.
extension EDTFRefusal {
    static let empty = EDTFRefusal(
        "the date is empty", "write a date such as 2031-04-02, 2031-04 or 2031")
    static let blank = EDTFRefusal("a blank in the date", "write the date without blanks")
    static let strangeCharacter = EDTFRefusal(
        "this character stands in no EDTF date", "write a date such as 2031-04-02, 2031-04 or 2031")
    static let weekDate = EDTFRefusal(
        "a week date, which ISO 8601 has and EDTF has not", "write the day: 2031-04-02")
    static let duration = EDTFRefusal(
        "a duration, which ISO 8601 has and EDTF has not", "write both ends: 2031-04-02/2031-04-12")
    static let unexpected = EDTFRefusal(
        "the date ends before this character", "write a date such as 2031-04-02, 2031-04 or 2031")
    static let doubleDotAlone = EDTFRefusal(
        ".. stands only within [ ] or alone on a side of /",
        "write 2031-04-02/.. or [2031-04-02..2031-04-12]")

    static func lowerCase(_ letter: Unicode.Scalar) -> EDTFRefusal {
        let upper = letter.properties.uppercaseMapping
        return EDTFRefusal("EDTF's letters are upper case", "write \(upper)")
    }
}

/// Years.
extension EDTFRefusal {
    static let noYear = EDTFRefusal(
        "a date begins with its year", "write a date such as 2031-04-02, 2031-04 or 2031")
    static let explicitPlus = EDTFRefusal(
        "EDTF writes no plus sign before a year", "leave the + out")
    static let shortYear = EDTFRefusal(
        "a year has exactly four digits",
        "write all four: 2031, 0031; X for digits not known: 203X, 20XX")
    static let longYear = EDTFRefusal(
        "a year has exactly four digits",
        "write hyphens between year, month and day, or Y before a longer year: Y12031")
    static let basicFormat = EDTFRefusal(
        "ISO 8601's basic format, which EDTF has not", "write hyphens: 2031-04-02")
    static let negativeZero = EDTFRefusal("there is no year -0000", "write 0000")
    static let shortLetterYear = EDTFRefusal(
        "a year after Y has five digits or more", "write a year of four digits without Y: 2031")
    static let zeroLetterYear = EDTFRefusal(
        "a year after Y does not begin with 0", "write a year of four digits without Y: 2031")
    static let farYear = EDTFRefusal(
        "a year of more than 16 digits, whose days cannot be counted here",
        "write at most 16 digits after Y")
    static let letterYearAlone = EDTFRefusal(
        "a year after Y has no month or day", "write the year alone")
}

/// Months, days and marks.
extension EDTFRefusal {
    static let twoDigits = EDTFRefusal(
        "a month, season or day has exactly two digits", "write 2031-04-02")
    static let ordinalDate = EDTFRefusal(
        "an ordinal date, which ISO 8601 has and EDTF has not", "write month and day: 2031-04-02")
    static let noSuchMonth = EDTFRefusal(
        "there is no such month", "write 01 to 12, or 21 to 24 for spring to winter")
    static let dayOfSeason = EDTFRefusal(
        "a season has no days", "write 01 to 12 for the month, or leave the day out")
    static let tooManyParts = EDTFRefusal(
        "a date has year, month and day, and nothing more",
        "write 2031-04-02, or 2031-04-02/2031-04-12 for an interval")
    static let twoMarks = EDTFRefusal(
        "a place takes one mark", "write ~ for about, ? for doubtful, % for both")

    static func noSuchDay(days: Int) -> EDTFRefusal {
        EDTFRefusal("there is no such day: this month has \(days)", "write 01 to \(days)")
    }
}
