/// One date of EDTF without its time: what an event, an end of an interval or a set names.
struct WrittenDate: Hashable, Sendable {
    let form: Form
    let marks: Marks

    /// What the digits say; any of a year's four, a month's or a day's may be X.
    enum Form: Hashable, Sendable {
        case year(YearDigits)
        case season(YearDigits, Season)
        /// Year and month; a month of the year fits.
        case month(YearDigits, Digits)
        case day(DayPattern)
    }

    /// The smallest unit that is told, which both ends of a range in a set share.
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

    /// The first day that the date can mean; marks do not widen it.
    var earliest: Day {
        switch form {
        case .year(let year), .season(let year, _): Day(year.first, .january, 1)
        case .month(let year, let month): Day(year.first, month.months.first ?? .january, 1)
        case .day(let pattern): pattern.earliest
        }
    }

    /// The last day that the date can mean; a season is bounded by its year.
    var latest: Day {
        switch form {
        case .year(let year), .season(let year, _): return Day(year.last, .december, 31)
        case .month(let year, let month):
            let last = month.months.last ?? .december
            return Day(year.last, last, last.length(in: year.last))
        case .day(let pattern): return pattern.latest
        }
    }

    /// Whether this date is after the other for certain; seasons of one year go by their numbers.
    func isCertainlyAfter(_ other: WrittenDate) -> Bool {
        if case (.season(let year, let season), .season(let otherYear, let otherSeason)) = (
            form, other.form
        ), year.isKnown, year == otherYear {
            return season.rawValue > otherSeason.rawValue
        }
        return earliest > other.latest
    }
}
