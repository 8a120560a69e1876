/// One date of EDTF level 0 or 1 without its time: what an event, or an end of a window, names.
struct WrittenDate: Hashable, Sendable {
    let form: Form
    let mark: Mark

    /// What the digits say.
    enum Form: Hashable, Sendable {
        case year(Year)
        /// `203X`, `20XX`: one of these years.
        case someYear(ClosedRange<Year>)
        case season(Year, Season)
        case month(Year, Month)
        /// `2031-XX`
        case someMonth(Year)
        /// `2031-XX-XX`
        case someDayOfYear(Year)
        /// `2031-04-XX`
        case someDay(Year, Month)
        case day(Day)
    }

    /// The smallest unit that is told, which both ends of a set share.
    enum Precision: Hashable, Sendable {
        case year, season, month, day
    }
}

extension WrittenDate {
    var precision: Precision {
        switch form {
        case .year, .someYear: .year
        case .season: .season
        case .month, .someMonth: .month
        case .someDayOfYear, .someDay, .day: .day
        }
    }

    /// The first day that the date can mean; marks do not widen it.
    var earliest: Day {
        switch form {
        case .year(let year), .season(let year, _), .someMonth(let year), .someDayOfYear(let year):
            Day(year, .january, 1)
        case .someYear(let years): Day(years.lowerBound, .january, 1)
        case .month(let year, let month), .someDay(let year, let month): Day(year, month, 1)
        case .day(let day): day
        }
    }

    /// The last day that the date can mean; a season is bounded by its year.
    var latest: Day {
        switch form {
        case .year(let year), .season(let year, _), .someMonth(let year), .someDayOfYear(let year):
            Day(year, .december, 31)
        case .someYear(let years): Day(years.upperBound, .december, 31)
        case .month(let year, let month), .someDay(let year, let month):
            Day(year, month, month.length(in: year))
        case .day(let day): day
        }
    }

    /// Whether this date is after the other for certain; seasons of one year go by their numbers.
    func isCertainlyAfter(_ other: WrittenDate) -> Bool {
        if case (.season(let year, let season), .season(let otherYear, let otherSeason)) = (
            form, other.form
        ), year == otherYear {
            return season.rawValue > otherSeason.rawValue
        }
        return earliest > other.latest
    }
}
