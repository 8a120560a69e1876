extension DayWindow {
    /// The days between two happenings of which one is undated: nobody can say.
    public static let unknown = DayWindow(min: nil, max: nil)

    /// The days from one happening to another; unknown where either is undated.
    public static func from(_ earlier: EDTFDate?, to later: EDTFDate?) -> DayWindow {
        guard let earlier, let later else { return .unknown }
        return from(earlier, to: later)
    }
}
