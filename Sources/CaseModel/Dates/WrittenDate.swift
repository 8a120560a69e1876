/// One EDTF date without a time: an event's date, an end of an interval or a member of a set.
struct WrittenDate: Hashable, Sendable {
    let form: Form
    let marks: Marks

    /// The components; any digit of a four-digit year, a month or a day may be X.
    enum Form: Hashable, Sendable {
        case year(YearDigits)
        case season(YearDigits, Season)
        /// Year and month; at least one month of the year matches.
        case month(YearDigits, Digits)
        case day(DayPattern)
    }

    /// The smallest given unit; both ends of a range in a set must have the same one.
    enum Precision: String, Hashable, Sendable {
        case year, season, month, day
    }
}

extension WrittenDate {
    var precision: Precision {
        switch form {
        case .year: .year
        case .season: .season
        case .month: .month
        case .day: .day
        }
    }

    /// The first day that the date may denote; marks do not widen it.
    var earliest: Day {
        switch form {
        case .year(let year), .season(let year, _): Day(year.first, .january, 1)
        case .month(let year, let month): Day(year.first, month.months.first ?? .january, 1)
        case .day(let pattern): pattern.earliest
        }
    }

    /// The last day that the date may denote; a season is bounded by its year.
    var latest: Day {
        switch form {
        case .year(let year), .season(let year, _): return Day(year.last, .december, 31)
        case .month(let year, let month):
            let last = month.months.last ?? .december
            return Day(year.last, last, last.length(in: year.last))
        case .day(let pattern): return pattern.latest
        }
    }

    /// Whether this date is certainly after the other; seasons of one year are ordered by their
    /// numbers.
    func isCertainlyAfter(_ other: WrittenDate) -> Bool {
        if case (.season(let year, let season), .season(let otherYear, let otherSeason)) = (
            form, other.form
        ), year.isKnown, year == otherYear {
            return season.rawValue > otherSeason.rawValue
        }
        return earliest > other.latest
    }
}

extension WrittenDate {
    /// The date in words, including its marks.
    var phrase: String { marks.qualify(form.phrase, names: componentNames) }

    private var componentNames: [String] {
        if case .season = form { return ["year", "season"] }
        return ["year", "month", "day"]
    }
}

extension WrittenDate.Form {
    fileprivate var phrase: String {
        switch self {
        case .year(let year): year.phrase
        case .season(let year, let season): year.dating(season.name)
        case .month(let year, let month): month.monthPhrase(in: year)
        case .day(let pattern): pattern.phrase
        }
    }
}

extension YearDigits {
    /// The year by itself: `2031`, `the 2030s`, `some time from 2000 to 2099`.
    fileprivate var phrase: String {
        if isKnown { return first.phrase }
        guard digits.isRange else { return form }
        return decade ?? "some time from \(first.phrase) to \(last.phrase)"
    }

    /// A month, season or day of the year: `April 2031`, `April, some year in the 2030s`.
    fileprivate func dating(_ words: String) -> String {
        isKnown ? words + first.separator + first.phrase : "\(words), \(someYear)"
    }

    /// Any month or day of the year: `a month of 2031`, `a month, some year in the 2030s`.
    fileprivate func dating(any unit: String, _ preposition: String) -> String {
        isKnown ? "\(unit) \(preposition) \(first.phrase)" : "\(unit), \(someYear)"
    }

    private var someYear: String {
        guard digits.isRange else { return form }
        let within = decade.map { "in \($0)" } ?? "from \(first.phrase) to \(last.phrase)"
        return "some year \(within)"
    }

    /// `the 2030s`; nil if that could be read as a century, or the years are not a decade.
    private var decade: String? {
        let start = first.number
        let isDecade = last.number - start == 9 && start >= 1000 && start % 100 != 0
        return isDecade ? "the \(start)s" : nil
    }

    private var form: String { "a year of the form \(isNegative ? "-" : "")\(digits.yearText)" }
}

extension Digits {
    /// Both digits are X.
    fileprivate var isAny: Bool { least == 0 && most == 99 }

    fileprivate func monthPhrase(in year: YearDigits) -> String {
        if isAny { return year.dating(any: "a month", "of") }
        let names = months.map(\.name)
        guard isRange, names.count > 2, let first = names.first, let last = names.last else {
            return year.dating(names.listed(with: "or"))
        }
        return year.dating("a month from \(first) to \(last)")
    }
}

extension DayPattern {
    fileprivate var phrase: String {
        let numbers = daysOfMonth
        let isWindow = day.isRange && numbers.count > 2
        let days = isWindow ? "a day from \(numbers[0]) to \(numbers[numbers.count - 1])" : list
        switch (day.isAny, isOneMonth) {
        case (true, false) where month.isAny: return year.dating(any: "a day", "in")
        case (true, _): return "a day in \(monthPhrase)"
        case (false, true): return "\(days) \(monthPhrase)"
        case (false, false): return "\(isWindow ? days : "day \(days)") in \(monthPhrase)"
        }
    }

    private var list: String { daysOfMonth.map(String.init).listed(with: "or") }
    private var isOneMonth: Bool { month.months.count == 1 }
    private var monthPhrase: String { month.monthPhrase(in: year) }
}

extension EDTFDate {
    /// The date in English words, never more precise than what is known.
    public var phrase: String {
        switch form {
        case .date(let date): date.phrase
        case .dateTime(let day, let time): "\(day.phrase), \(time.phrase)"
        case .interval(let from, let to): EDTFDate.phrase(from: from, to: to)
        case .set(let set): set.phrase
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

extension Day {
    /// The day in words: `2 April 2031`.
    var phrase: String {
        let date = date
        return "\(date.day) \(date.month.name)\(date.year.separator)\(date.year.phrase)"
    }
}

extension [String] {
    /// `a`, `a or b`, `a, b or c`.
    func listed(with last: String) -> String {
        guard count > 1, let final = self.last else { return joined() }
        return "\(dropLast().joined(separator: ", ")) \(last) \(final)"
    }
}
