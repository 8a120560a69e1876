extension EDTFReader {
    /// Where a date stands, which decides what it may carry.
    enum DatePlace {
        case alone, interval, set

        fileprivate var refusalOfTime: EDTFRefusal {
            switch self {
            case .alone: .timeWithoutDay
            case .interval: .timeInInterval
            case .set: .timeInSet
            }
        }
    }

    /// The digits of a date: year, year and month or season, or year, month and day.
    mutating func dateForm(place: DatePlace) throws(EDTFFault) -> WrittenDate.Form {
        let start = position
        if next == "+" { throw fault(.explicitPlus) }
        let form = take("Y") ? .year(try letterYear()) : try calendarForm()
        guard place != .alone,
            let unspecified = bytes[start..<position].firstIndex(of: UInt8(ascii: "X"))
        else { return form }
        throw fault(
            place == .set ? .unspecifiedInSet : .unspecifiedInInterval, at: unspecified)
    }

    /// The date with the mark that may follow; nothing may stand after that.
    mutating func marked(
        _ form: WrittenDate.Form, place: DatePlace
    ) throws(EDTFFault) -> WrittenDate {
        let mark = Mark(next)
        if mark != nil, let next { _ = take(next) }
        guard next == nil else { throw fault(surplus(place)) }
        return WrittenDate(form: form, mark: mark ?? .none)
    }

    private mutating func calendarForm() throws(EDTFFault) -> WrittenDate.Form {
        let isNegative = take("-")
        let year = try yearDigits()
        guard take("-") else { return try yearForm(year, isNegative: isNegative) }
        let fullYear = try specified(year, isNegative: isNegative)
        let month = try component()
        guard take("-") else { return try monthForm(fullYear, month) }
        let form = try dayForm(fullYear, month, component())
        if next == "-" { throw fault(.tooManyParts) }
        return form
    }

    private func monthForm(
        _ year: Year, _ digits: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        if digits.count == 3 { throw fault(.ordinalDate, at: digits.startIndex) }
        guard let number = try twoDigits(digits) else { return .someMonth(year) }
        if let month = Month(rawValue: number) { return .month(year, month) }
        if let season = Season(rawValue: number) { return .season(year, season) }
        throw fault(
            (25...41).contains(number) ? .subYearGrouping : .noSuchMonth, at: digits.startIndex)
    }

    private func dayForm(
        _ year: Year, _ monthDigits: ArraySlice<UInt8>, _ dayDigits: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        guard let monthNumber = try twoDigits(monthDigits) else {
            guard try twoDigits(dayDigits) == nil else {
                throw fault(.unspecifiedDigit, at: monthDigits.startIndex)
            }
            return .someDayOfYear(year)
        }
        guard let month = Month(rawValue: monthNumber) else {
            let isSeason = Season(rawValue: monthNumber) != nil
            throw fault(isSeason ? .dayOfSeason : .noSuchMonth, at: monthDigits.startIndex)
        }
        guard let day = try twoDigits(dayDigits) else { return .someDay(year, month) }
        let length = month.length(in: year)
        guard (1...length).contains(day) else {
            throw fault(.noSuchDay(days: length), at: dayDigits.startIndex)
        }
        return .day(Day(year, month, day))
    }
}

extension EDTFReader {
    /// The number of two digits; nil for `XX`.
    private func twoDigits(_ digits: ArraySlice<UInt8>) throws(EDTFFault) -> Int? {
        guard digits.count == 2 else { throw fault(.twoDigits, at: digits.startIndex) }
        if digits.elementsEqual("XX".utf8) { return nil }
        if let unspecified = digits.firstIndex(of: UInt8(ascii: "X")) {
            throw fault(.unspecifiedDigit, at: unspecified)
        }
        return Int(digits.decimalNumber)
    }

    /// One run of digits and X, without the marks that level 2 allows on either side of it.
    mutating func component() throws(EDTFFault) -> ArraySlice<UInt8> {
        if Mark(next) != nil, character(ahead: 1)?.isDigitOrX == true {
            throw fault(.partQualified)
        }
        let digits = take(while: \.isDigitOrX)
        if Mark(next) != nil, character(ahead: 1) == "-" { throw fault(.partQualified) }
        return digits
    }

    /// Why something follows where a date has ended.
    private func surplus(_ place: DatePlace) -> EDTFRefusal {
        switch next {
        case "E": .exponentialYear
        case "S": .significantDigits
        case "T": place.refusalOfTime
        case "?", "~", "%": .twoMarks
        case ".": character(ahead: 1) == "." ? .doubleDotAlone : .unexpected
        case "/": .intervalInSet
        case "[", "]", "{", "}": .setInside
        default: .unexpected
        }
    }
}
