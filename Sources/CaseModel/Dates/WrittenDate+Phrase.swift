extension WrittenDate {
    /// The date in words, with what its marks say.
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

    /// `the 2030s`; nil where that could mean a century, or the years are no decade.
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
