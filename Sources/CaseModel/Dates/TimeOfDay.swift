/// The time of a level 0 date and time, as written; it orders events of one day, and bounds nothing.
struct TimeOfDay: Hashable, Sendable {
    let hour: Int
    let minute: Int
    /// 0 to 60; 60 is a leap second.
    let second: Int
    let zone: Zone

    /// Where the time is told.
    enum Zone: Hashable, Sendable {
        /// Local time somewhere; the place is not said.
        case local
        case utc
        /// Minutes ahead of UTC, and whether the minutes were written.
        case shift(minutes: Int, withMinutes: Bool)
    }

    /// Seconds from the beginning of its day in UTC, below zero or beyond a day where the zone
    /// puts it there; a local time counts as UTC.
    var secondOfDay: Int {
        let written = hour * 3600 + minute * 60 + second
        guard case .shift(let minutes, _) = zone else { return written }
        return written - minutes * 60
    }

    /// In words: `23:20:30`, `23:20:30 UTC`, `23:20:30 UTC-04`, `23:20:30 UTC+04:30`.
    var phrase: String {
        "\(hour.twoDigits):\(minute.twoDigits):\(second.twoDigits)\(zone.phrase)"
    }

    /// Whether a leap second may fall here: they end a day of UTC (ISO 8601-1, ITU-R TF.460).
    ///
    /// Local clocks are whole quarters of an hour off UTC, so there the minute must fit.
    var admitsLeapSecond: Bool {
        let minutes = hour * 60 + minute
        let lastOfDay = 24 * 60 - 1
        return switch zone {
        case .local: minutes % 15 == 14
        case .utc: minutes == lastOfDay
        case .shift(let shift, _): (minutes - shift - lastOfDay) % (24 * 60) == 0
        }
    }
}

extension TimeOfDay.Zone {
    fileprivate var phrase: String {
        switch self {
        case .local: return ""
        case .utc: return " UTC"
        case .shift(let minutes, let withMinutes):
            let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
            let sign = minutes < 0 ? "-" : "+"
            return " UTC\(sign)\(hours.twoDigits)" + (withMinutes ? ":\(rest.twoDigits)" : "")
        }
    }
}
