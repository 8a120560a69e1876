import CaseModel

/// A date as FollowTheMoney can say it: a year, a month or a day, never more precise than the record.
struct FTMDate {
    /// The date, where it is one moment.
    let date: String?
    /// Its beginning and its end, where it lasts.
    let start: String?
    let end: String?

    /// Takes what is certain of a date: nothing of an approximate or doubtful one.
    init(_ date: EDTFDate?) {
        guard let date, !date.isApproximate, !date.isUncertain else {
            (self.date, start, end) = (nil, nil, nil)
            return
        }
        if case .span = date.kind {
            self.date = nil
            (start, end) = (FTMDate.prefix(date.start), FTMDate.prefix(date.end))
        } else {
            self.date = FTMDate.prefix(date)
            (start, end) = (nil, nil)
        }
    }

    /// What the first and the last day of a window have in common: a day, a month, a year, or
    /// nothing.
    static func prefix(_ date: EDTFDate?) -> String? {
        guard let date, !date.isApproximate, !date.isUncertain, let first = date.earliest,
            let last = date.latest, (1000...2999).contains(first.year), first.year == last.year
        else { return nil }
        if first == last { return first.text }
        return String(first.text.prefix(first.month == last.month ? 7 : 4))
    }
}
