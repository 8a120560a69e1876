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

    /// The date that is all of a part.
    func date(in range: Range<Int>, place: DatePlace) throws(EDTFFault) -> WrittenDate {
        var reader = part(range)
        let date = try reader.writtenDate()
        try reader.checkEndOfDate(place)
        return date
    }

    /// Year, year and month or season, or year, month and day, with the marks of each.
    mutating func writtenDate() throws(EDTFFault) -> WrittenDate {
        var marks = Marks()
        let year = try year(&marks)
        guard take("-") else { return WrittenDate(form: .year(year), marks: marks) }
        let month = try component(&marks)
        guard take("-") else {
            return WrittenDate(form: try monthForm(year, month), marks: marks)
        }
        let form = try dayForm(year, month, component(&marks))
        if next == "-" { throw fault(.tooManyParts) }
        return WrittenDate(form: form, marks: marks)
    }

    /// Refuses whatever follows where a date has ended.
    func checkEndOfDate(_ place: DatePlace) throws(EDTFFault) {
        guard next != nil else { return }
        throw fault(surplus(place))
    }

    private func surplus(_ place: DatePlace) -> EDTFRefusal {
        switch next {
        case "E": .exponentialYear
        case "S": .significantDigits
        case "T": place.refusalOfTime
        case ".": character(ahead: 1) == "." ? .doubleDotAlone : .unexpected
        case "/": .intervalInSet
        case "[", "]", "{", "}": .setInside
        default: .unexpected
        }
    }
}

extension EDTFReader {
    private func monthForm(
        _ year: YearDigits, _ written: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        if written.count == 3 { throw fault(.ordinalDate, at: written.startIndex) }
        let digits = try twoDigits(written)
        if !digits.months.isEmpty { return .month(year, digits) }
        if let season = season(digits) { return .season(year, season) }
        let isGrouping = digits.isKnown && (25...41).contains(digits.least)
        throw fault(isGrouping ? .subYearGrouping : .noSuchMonth, at: written.startIndex)
    }

    private func dayForm(
        _ year: YearDigits, _ writtenMonth: ArraySlice<UInt8>, _ writtenDay: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        let (month, day) = (try twoDigits(writtenMonth), try twoDigits(writtenDay))
        guard !month.months.isEmpty else {
            let refusal: EDTFRefusal = season(month) == nil ? .noSuchMonth : .dayOfSeason
            throw fault(refusal, at: writtenMonth.startIndex)
        }
        guard let pattern = DayPattern(year, month, day) else {
            let length = DayPattern.longest(month.months, in: year)
            throw fault(.noSuchDay(days: length), at: writtenDay.startIndex)
        }
        return .day(pattern)
    }

    private func season(_ digits: Digits) -> Season? {
        digits.isKnown ? Season(rawValue: Int(digits.least)) : nil
    }

    private func twoDigits(_ written: ArraySlice<UInt8>) throws(EDTFFault) -> Digits {
        guard written.count == 2 else { throw fault(.twoDigits, at: written.startIndex) }
        return Digits(written)
    }

    /// The digits of a month or day, and on either side of them the marks.
    private mutating func component(_ marks: inout Marks) throws(EDTFFault) -> ArraySlice<UInt8> {
        let own = try mark()
        let digits = take(while: \.isDigitOrX)
        marks.append(own: own, group: try mark())
        return digits
    }

    /// The mark that stands here, if one does.
    mutating func mark() throws(EDTFFault) -> Mark {
        guard let mark = Mark(next), let character = next, take(character) else { return .none }
        if Mark(next) != nil { throw fault(.twoMarks) }
        return mark
    }
}
