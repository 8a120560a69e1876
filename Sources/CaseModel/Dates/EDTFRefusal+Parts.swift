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
