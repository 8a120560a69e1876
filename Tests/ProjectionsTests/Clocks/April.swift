import CanonicalJSON

/// Days of April 2031, counted from its first, with what each text means worked out by hand: so
/// that a slow reading needs no calendar and no reader of dates.
enum April {
    /// The first and the last day that a date may mean; nil where that end is open.
    struct Window: Hashable {
        let first: Int64?
        let last: Int64?
    }

    /// What may be recorded as a date.
    static let dates: [String: Window] = [
        "2031-04-02": Window(first: 2, last: 2),
        "2031-04-07": Window(first: 7, last: 7),
        "2031-04-15": Window(first: 15, last: 15),
        "2031-04-28~": Window(first: 28, last: 28),
        "2031-04": Window(first: 1, last: 30),
        "[2031-04-05..2031-04-10]": Window(first: 5, last: 10),
        "[2031-04-09..2031-04-20]": Window(first: 9, last: 20),
        "[..2031-04-08]": Window(first: nil, last: 8),
        "[2031-04-12..]": Window(first: 12, last: nil),
    ]

    /// What may be asked of a clock.
    static let clocks = [
        "2031-04-01": 1, "2031-04-06": 6, "2031-04-10": 10, "[2031-04-11..2031-04-13]": 13,
        "2031-04-20": 20, "2031-04": 30, "2031": 275,
    ].mapValues { Int64($0) }

    static let texts = dates.keys.sorted()
    static let clockTexts = clocks.keys.sorted()

    /// The microseconds of a day's noon; 31 March 2031 is day 22,369.
    static func noon(_ day: Int64) -> Int64 { (22_369 + day) * 86_400_000_000 + 43_200_000_000 }

    /// A date as answers write it.
    static func answer(_ text: String?) -> JSONValue {
        let window = text.flatMap { dates[$0] }
        return [
            "edtf": text.map(JSONValue.string) ?? .null, "kind": "point",
            "earliest": day(window?.first), "latest": day(window?.last),
        ]
    }

    private static func day(_ number: Int64?) -> JSONValue {
        guard let number else { return .null }
        return .string("2031-04-\(number < 10 ? "0" : "")\(number)")
    }

    /// The order of a timeline, between two dates: negative, 0 or positive.
    static func order(_ left: String?, _ right: String?) -> Int64 {
        if left == nil || right == nil { return (left == nil ? 1 : 0) - (right == nil ? 1 : 0) }
        let (a, b) = (left.flatMap { dates[$0] }, right.flatMap { dates[$0] })
        let starts = (a?.first ?? 0) - (b?.first ?? 0)
        return starts != 0 ? starts : (a?.last ?? 99) - (b?.last ?? 99)
    }
}
