extension EDTFDate {
    /// The date in English words, never more precise than it is known.
    public var phrase: String {
        switch form {
        case .date(let date): date.phrase
        case .dateTime(let day, let time): "\(day.phrase), \(time.phrase)"
        case .interval(let from, let to): EDTFDate.phrase(from: from, to: to)
        case .between(let from, let to) where from == to: from.phrase
        case .between(let from, let to): "between \(from.phrase) and \(to.phrase)"
        case .onOrBefore(let date): "by \(date.phrase)"
        case .onOrAfter(let date): "\(date.phrase) or later"
        }
    }

    private static func phrase(from: EDTFForm.IntervalEnd, to: EDTFForm.IntervalEnd) -> String {
        switch (from, to) {
        case (.date(let first), .date(let last)): "\(first.phrase) to \(last.phrase)"
        case (.date(let first), .open): "from \(first.phrase), end open"
        case (.date(let first), .unknown): "from \(first.phrase), end unknown"
        case (.open, .date(let last)): "until \(last.phrase), start open"
        case (.unknown, .date(let last)): "until \(last.phrase), start unknown"
        case (.open, .open): "start and end open"
        case (.open, .unknown): "start open, end unknown"
        case (.unknown, .open): "start unknown, end open"
        case (.unknown, .unknown): "start and end unknown"
        }
    }
}

extension WrittenDate {
    var phrase: String { mark.qualify(form.phrase) }
}

extension WrittenDate.Form {
    fileprivate var phrase: String {
        switch self {
        case .year(let year): year.phrase
        case .someYear(let years): years.phrase
        case .season(let year, let season): season.name + year.separator + year.phrase
        case .month(let year, let month): month.phrase(in: year)
        case .someMonth(let year): "a month of \(year.phrase)"
        case .someDayOfYear(let year): "a day in \(year.phrase)"
        case .someDay(let year, let month): "a day in \(month.phrase(in: year))"
        case .day(let day): day.phrase
        }
    }
}

extension Day {
    /// The day in words: `2 April 2031`.
    fileprivate var phrase: String {
        let date = date
        return "\(date.day) \(date.month.phrase(in: date.year))"
    }
}

extension Month {
    fileprivate func phrase(in year: Year) -> String { name + year.separator + year.phrase }
}

extension ClosedRange<Year> {
    /// `the 2030s`; where that could mean a century, or the years are no decade, both ends.
    fileprivate var phrase: String {
        let (first, last) = (lowerBound.number, upperBound.number)
        let isDecade = last - first == 9 && first >= 1000 && first % 100 != 0
        if isDecade { return "the \(first)s" }
        return "some time from \(lowerBound.phrase) to \(upperBound.phrase)"
    }
}
