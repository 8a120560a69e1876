/// What an EDTF text is; each further feature of level 2 would be a case here.
enum EDTFForm: Sendable {
    case date(WrittenDate)
    case dateTime(Day, TimeOfDay)
    case interval(from: IntervalEnd, to: IntervalEnd)
    /// `[a..b]`
    case between(WrittenDate, WrittenDate)
    /// `[..b]`
    case onOrBefore(WrittenDate)
    /// `[a..]`
    case onOrAfter(WrittenDate)

    /// One side of an interval.
    enum IntervalEnd: Sendable {
        case date(WrittenDate)
        /// `..`: there is none, or it is left out.
        case open
        /// Nothing written: there is one, but which is not known.
        case unknown

        var date: WrittenDate? {
            if case .date(let date) = self { return date }
            return nil
        }
    }

    var marks: [Mark] {
        switch self {
        case .date(let date), .onOrBefore(let date), .onOrAfter(let date): [date.mark]
        case .dateTime: []
        case .interval(let from, let to): [from, to].compactMap(\.date?.mark)
        case .between(let from, let to): [from.mark, to.mark]
        }
    }
}
