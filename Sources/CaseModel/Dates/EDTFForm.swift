/// What an EDTF text is; indirect, for dates are handed on far more often than looked into.
indirect enum EDTFForm: Sendable {
    case date(WrittenDate)
    case dateTime(Day, TimeOfDay)
    case interval(from: IntervalEnd, to: IntervalEnd)
    case set(DateSet)

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

    var marks: [Marks] {
        switch self {
        case .date(let date): [date.marks]
        case .dateTime: []
        case .interval(let from, let to): [from, to].compactMap(\.date?.marks)
        case .set(let set): set.dates.map(\.marks)
        }
    }
}
