extension EDTFDate {
    /// Whether two times with a zone lie on one day, as a clock in the zone of either shows them.
    ///
    /// 23:30 at UTC-08 and 07:30 UTC of the next day are one instant. False where one of the dates
    /// has no time, or its time no zone: such a date counts by its day as written.
    public func sharesDay(with other: EDTFDate) -> Bool {
        guard let one = ZonedMinute(self), let two = ZonedMinute(other) else { return false }
        return one.day(in: one.shift) == two.day(in: one.shift)
            || one.day(in: two.shift) == two.day(in: two.shift)
    }
}

/// A time with its zone, by the minute: no day begins within a minute.
private struct ZonedMinute {
    /// Minutes since 1970-01-01T00:00Z.
    private let minutes: Int64
    /// Minutes by which its zone is ahead of UTC.
    let shift: Int64

    init?(_ date: EDTFDate) {
        guard case .dateTime(let day, let time) = date.form else { return nil }
        switch time.zone {
        case .local: return nil
        case .utc: shift = 0
        case .shift(let minutes, _): shift = Int64(minutes)
        }
        minutes = day.daysSince1970 * 1_440 + Int64(time.hour * 60 + time.minute) - shift
    }

    /// The day that a clock shows which is ahead of UTC by so many minutes, counted from 1970-01-01.
    func day(in shift: Int64) -> Int64 {
        let local = minutes + shift
        return local >= 0 ? local / 1_440 : (local - 1_439) / 1_440
    }
}
