/// Why a text is not an accepted date: the offset, what is wrong, and how to write it.
///
/// It never quotes the text, so it is safe to log.
public struct EDTFFault: Error, Hashable, Sendable {
    /// The byte where the wrong part begins, from 0; the text's length where something is missing.
    public let offset: Int
    /// What is wrong; begins with `level 2:` for a feature of EDTF that is not supported.
    public let message: String
    /// How to write it.
    public let hint: String

    init(_ refusal: EDTFRefusal, at offset: Int) {
        self.offset = offset
        message = refusal.message
        hint = refusal.hint
    }
}

extension EDTFFault: CustomStringConvertible {
    /// Offset, message and hint in one line; bytes are counted from 1.
    public var description: String { "byte \(offset + 1): \(message); \(hint)" }
}

/// A reason to refuse a text, worded so that it fits every text refused for it.
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

/// The features of EDTF level 2 that are recognised but not supported, by their names in the
/// profile.
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

/// Times.
extension EDTFRefusal {
    static let timeWithoutDay = EDTFRefusal(
        "a time stands only after a whole day", "write 2031-04-02T09:30:00, or leave the time out")
    static let timeInInterval = EDTFRefusal(
        "the ends of an interval have no time", "leave T and the time out")
    static let timeInSet = EDTFRefusal(
        "the dates of a set have no time", "leave T and the time out")
    static let wholeTime = EDTFRefusal(
        "a time has hours, minutes and seconds, two digits each, with : between",
        "write 09:30:00 after T")
    static let fraction = EDTFRefusal(
        "a fraction, which ISO 8601 has and EDTF has not", "leave it out: T09:30:00")
    static let noSuchHour = EDTFRefusal(
        "there is no such hour", "write 00 to 23; hour 24 is 00 of the next day")
    static let noSuchMinute = EDTFRefusal("there is no such minute", "write 00 to 59")
    static let noSuchSecond = EDTFRefusal("there is no such second", "write 00 to 59")
    static let noLeapSecond = EDTFRefusal(
        "second 60 is a leap second, and falls only at 23:59:60 UTC", "write 00 to 59")
    static let badShift = EDTFRefusal(
        "a time shift has a sign and two digits each for hours and minutes",
        "write Z, -04 or +04:30")
    static let negativeZeroShift = EDTFRefusal(
        "there is no shift of minus zero", "write Z or +00:00")
    static let markWithTime = EDTFRefusal(
        "a date with a time takes no mark", "leave the mark out, or the time")
}

/// Intervals and sets.
extension EDTFRefusal {
    static let secondSlash = EDTFRefusal(
        "an interval has one /", "write 2031-04-02/2031-04-12, and hyphens within a date")
    static let reversedInterval = EDTFRefusal(
        "the interval ends before it begins", "write the earlier date first")
    static let setInside = EDTFRefusal(
        "a set stands alone", "write [2031-04-02..2031-04-12] with nothing before or after it")
    static let intervalInSet = EDTFRefusal(
        "a set holds no interval", "write .. between its dates: [2031-04-02..2031-04-12]")
    static func unclosedSet(_ choice: DateSet.Choice) -> EDTFRefusal {
        switch choice {
        case .one: EDTFRefusal("a set ends with ]", "write [2031-04-02..2031-04-12]")
        case .all: EDTFRefusal("a set ends with }", "write {2031-04-02,2031-04-12}")
        }
    }
    static let markAfterSet = EDTFRefusal(
        "a set takes no mark", "put a mark at a date within: [2031-04-02~..2031-04-12]")
    static let emptySet = EDTFRefusal(
        "a set with no date", "write [2031-04-02..2031-04-12], [..2031-04] or [2031-04..]")
    static let emptyMember = EDTFRefusal(
        "a place in the set with no date", "write a date there, or leave the comma or .. out")
    static let earlierNotFirst = EDTFRefusal(
        ".. for earlier dates stands only at the beginning of a set",
        "put it first: [..2031-04,2031-06]")
    static let laterNotLast = EDTFRefusal(
        ".. for later dates stands only at the end of a set", "put it last: [2031-04,2031-06..]")
    static let mixedPrecision = EDTFRefusal(
        "the dates on both sides of .. have the same precision",
        "write two days, two months or two years")
    static let reversedSet = EDTFRefusal(
        "the date after .. is before the one before it", "write the earlier date first")
    static let unspecifiedBesideDots = EDTFRefusal(
        "a date beside .. in a set has no unspecified digit",
        "write the first and last day: [2031-04-01..2031-04-30]")
}
