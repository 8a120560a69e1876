extension EDTFReader {
    /// A time after `T`, to the end of the text: `23:20:30`, with `Z`, `-04` or `+04:30`.
    mutating func time() throws(EDTFFault) -> TimeOfDay {
        let hour = try clockNumber(in: 0...23, or: .noSuchHour)
        guard take(":") else { throw fault(.wholeTime) }
        let minute = try clockNumber(in: 0...59, or: .noSuchMinute)
        guard take(":") else { throw fault(.wholeTime) }
        let secondAt = position
        let second = try clockNumber(in: 0...60, or: .noSuchSecond)
        let time = TimeOfDay(hour: hour, minute: minute, second: second, zone: try zone())
        try checkEndOfTime()
        guard second < 60 || time.admitsLeapSecond else { throw fault(.noLeapSecond, at: secondAt) }
        return time
    }

    private mutating func clockNumber(
        in range: ClosedRange<Int>, or refusal: EDTFRefusal
    ) throws(EDTFFault) -> Int {
        let digits = take(while: \.isDigit)
        guard digits.count == 2 else { throw fault(.wholeTime, at: digits.startIndex) }
        let number = Int(digits.decimalNumber)
        guard range.contains(number) else { throw fault(refusal, at: digits.startIndex) }
        return number
    }

    private mutating func zone() throws(EDTFFault) -> TimeOfDay.Zone {
        if take("Z") { return .utc }
        let start = position
        let isAhead = take("+")
        guard isAhead || take("-") else { return .local }
        let hours = try shiftNumber(upTo: 23)
        let withMinutes = take(":")
        let minutes = hours * 60 + (withMinutes ? try shiftNumber(upTo: 59) : 0)
        guard isAhead || minutes > 0 else { throw fault(.negativeZeroShift, at: start) }
        return .shift(minutes: isAhead ? minutes : -minutes, withMinutes: withMinutes)
    }

    private mutating func shiftNumber(upTo limit: Int) throws(EDTFFault) -> Int {
        let digits = take(while: \.isDigit)
        guard digits.count == 2, digits.decimalNumber <= limit else {
            throw fault(.badShift, at: digits.startIndex)
        }
        return Int(digits.decimalNumber)
    }

    private func checkEndOfTime() throws(EDTFFault) {
        switch next {
        case nil: return
        case ".", ",": throw fault(.fraction)
        case "?", "~", "%": throw fault(.markWithTime)
        default: throw fault(.unexpected)
        }
    }
}
