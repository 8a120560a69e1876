import CaseModel

/// The days from the first to the last of some dates, as places on a line of a thousand steps.
struct TimeScale {
    let first: Day
    let last: Day

    /// How many steps the line has.
    static let length: Int64 = 1000

    /// The scale of some dates; nil if none of them has a bound.
    init?(_ dates: [EDTFDate]) {
        let days = dates.flatMap { [$0.earliest, $0.latest] }.compactMap(\.self)
        guard let first = days.min(), let last = days.max() else { return nil }
        (self.first, self.last) = (first, last)
    }

    /// The place at which a day begins, or at which it ends: whole numbers, so that the drawing is
    /// the same on every machine.
    ///
    /// A beginning is rounded down and an end up: nothing is drawn sharper than it is known.
    func place(of day: Day, atEnd: Bool = false) -> Int64 {
        let days = last.daysSince1970 - first.daysSince1970 + 1
        let passed = day.daysSince1970 - first.daysSince1970 + (atEnd ? 1 : 0)
        // Days of sixteen-digit years would not fit if they were multiplied.
        let (high, low) = passed.multipliedFullWidth(by: TimeScale.length)
        let (whole, rest) = days.dividingFullWidth((high, low))
        return whole + (atEnd && rest > 0 ? 1 : 0)
    }
}
