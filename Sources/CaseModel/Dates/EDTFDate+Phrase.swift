extension EDTFDate {
    /// The date in English words, never more precise than it is known.
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
