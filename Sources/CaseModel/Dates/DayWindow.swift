/// How many days there are from one date to another, as far as both are known.
public struct DayWindow: Hashable, Sendable {
    /// Fewest days; perhaps negative; nil where there is no bound.
    public let min: Int64?
    /// Most days; not below `min`; nil where there is no bound.
    public let max: Int64?

    /// The days between two happenings of which one is undated: nobody can say.
    public static let unknown = DayWindow(min: nil, max: nil)

    /// The days from the start of `earlier` to the start of `later`.
    ///
    /// `min` is the earliest start of the later one minus the latest start of the earlier one,
    /// `max` the other way about.
    public static func from(_ earlier: EDTFDate, to later: EDTFDate) -> DayWindow {
        DayWindow(
            min: days(from: earlier.startLatest, to: later.startEarliest),
            max: days(from: earlier.startEarliest, to: later.startLatest))
    }

    /// The days from one happening to another; unknown where either is undated.
    public static func from(_ earlier: EDTFDate?, to later: EDTFDate?) -> DayWindow {
        guard let earlier, let later else { return .unknown }
        return from(earlier, to: later)
    }

    private static func days(from earlier: Day?, to later: Day?) -> Int64? {
        guard let earlier, let later else { return nil }
        return later - earlier
    }

    /// In words: `3 to 12 days`, `12 days`, `at least 3 days`, `at most 12 days`, `unknown`.
    public var phrase: String {
        switch (min, max) {
        case (let min?, let max?) where min == max: DayWindow.counted(min)
        case (let min?, let max?): "\(min) to \(DayWindow.counted(max))"
        case (let min?, nil): "at least \(DayWindow.counted(min))"
        case (nil, let max?): "at most \(DayWindow.counted(max))"
        case (nil, nil): "unknown"
        }
    }

    private static func counted(_ days: Int64) -> String {
        days.magnitude == 1 ? "\(days) day" : "\(days) days"
    }
}
