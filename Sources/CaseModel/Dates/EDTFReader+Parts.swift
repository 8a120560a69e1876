/// Intervals, of all levels.
extension EDTFReader {
    /// `a/b`; each side may be `..` or empty by itself, so also `/..`, `../`, `../..` and `/`.
    func interval(slash: Int) throws(EDTFFault) -> EDTFForm {
        let from = try intervalEnd(position..<slash)
        let last = slash + 1..<end
        if let second = bytes[last].firstIndex(of: UInt8(ascii: "/")) {
            throw fault(.secondSlash, at: second)
        }
        let to = try intervalEnd(last)
        if let first = from.date, let final = to.date, first.isCertainlyAfter(final) {
            throw fault(.reversedInterval, at: last.lowerBound)
        }
        return .interval(from: from, to: to)
    }

    private func intervalEnd(_ range: Range<Int>) throws(EDTFFault) -> EDTFForm.IntervalEnd {
        if range.isEmpty { return .unknown }
        if bytes[range].elementsEqual("..".utf8) { return .open }
        return .date(try date(in: range, place: .interval))
    }
}

/// The sets of level 2.
extension EDTFReader {
    /// `[…]` or `{…}`, from the bracket on.
    func set(_ choice: DateSet.Choice) throws(EDTFFault) -> EDTFForm {
        let bracket = UInt8(ascii: choice == .one ? "]" : "}")
        guard let close = rest.firstIndex(of: bracket) else {
            throw fault(.unclosedSet(choice), at: end)
        }
        guard close == end - 1 else { throw fault(afterSet(close), at: close + 1) }
        let inside = position + 1..<close
        guard !inside.isEmpty, !bytes[inside].elementsEqual("..".utf8) else {
            throw fault(.emptySet)
        }
        return .set(DateSet(choice: choice, members: try members(inside)))
    }

    private func afterSet(_ close: Int) -> EDTFRefusal {
        bytes[close + 1].isMark ? .markAfterSet : .setInside
    }

    private func members(_ inside: Range<Int>) throws(EDTFFault) -> [DateSet.Member] {
        let parts = bytes[inside].split(
            separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        var members: [DateSet.Member] = []
        for part in parts {
            guard !part.isEmpty else { throw fault(.emptyMember, at: part.startIndex) }
            members.append(try member(part.startIndex..<part.endIndex, of: inside))
        }
        return members
    }

    private func member(
        _ range: Range<Int>, of inside: Range<Int>
    ) throws(EDTFFault) -> DateSet.Member {
        guard let dots = firstDoubleDot(in: range) else {
            return .date(try date(in: range, place: .set))
        }
        let (first, last) = (range.lowerBound..<dots, dots + 2..<range.upperBound)
        if first.isEmpty, last.isEmpty { throw fault(.emptyMember, at: dots) }
        if first.isEmpty {
            guard dots == inside.lowerBound else { throw fault(.earlierNotFirst, at: dots) }
            return .onOrBefore(try bound(last))
        }
        if last.isEmpty {
            guard last.upperBound == inside.upperBound else { throw fault(.laterNotLast, at: dots) }
            return .onOrAfter(try bound(first))
        }
        return try values(from: first, to: last)
    }

    private func firstDoubleDot(in range: Range<Int>) -> Int? {
        range.dropLast().first { bytes[$0...$0 + 1].elementsEqual("..".utf8) }
    }

    private func values(
        from first: Range<Int>, to last: Range<Int>
    ) throws(EDTFFault) -> DateSet.Member {
        let (from, to) = (try bound(first), try bound(last))
        guard from.precision == to.precision else {
            throw fault(.mixedPrecision, at: last.lowerBound)
        }
        guard !from.isCertainlyAfter(to) else { throw fault(.reversedSet, at: last.lowerBound) }
        return .range(from, to)
    }

    /// A date beside `..`, which must specify where the values begin or end.
    private func bound(_ range: Range<Int>) throws(EDTFFault) -> WrittenDate {
        let date = try date(in: range, place: .set)
        if let unspecified = bytes[range].firstIndex(where: \.isX) {
            throw fault(.unspecifiedBesideDots, at: unspecified)
        }
        return date
    }
}

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

extension EDTFReader {
    /// A year of four digits or, after `Y`, of more, with the marks on either side of it.
    mutating func year(_ marks: inout Marks) throws(EDTFFault) -> YearDigits {
        let own = try mark()
        if next == "+" { throw fault(.explicitPlus) }
        let isLong = take("Y")
        let year = isLong ? try letterYear() : try fourDigitYear()
        marks.append(own: own, group: try mark())
        if isLong, next == "-" { throw fault(.letterYearAlone) }
        return year
    }

    private mutating func fourDigitYear() throws(EDTFFault) -> YearDigits {
        let start = position
        let isNegative = take("-")
        let written = take(while: \.isDigitOrX)
        switch written.count {
        case 4: break
        case 0: throw fault(noYear())
        case 1...3: throw fault(.shortYear, at: written.startIndex)
        case 7, 8: throw fault(.basicFormat, at: written.startIndex)
        default: throw fault(.longYear, at: written.startIndex)
        }
        guard let year = YearDigits(Digits(written), isNegative: isNegative) else {
            throw fault(.negativeZero, at: start)
        }
        return year
    }

    private func noYear() -> EDTFRefusal {
        switch next {
        case "[", "]", "{", "}": .setInside
        case ".": .doubleDotAlone
        case "+": .explicitPlus
        case "/": .intervalInSet
        default: .noYear
        }
    }

    /// The year after `Y`: five to sixteen digits, the first not 0.
    private mutating func letterYear() throws(EDTFFault) -> YearDigits {
        if next == "+" { throw fault(.explicitPlus) }
        let isNegative = take("-")
        let written = take(while: \.isDigitOrX)
        if next == "E" { throw fault(.exponentialYear) }
        if next == "S" { throw fault(.significantDigits) }
        if let unspecified = written.firstIndex(where: \.isX) {
            throw fault(.unspecifiedLetterYear, at: unspecified)
        }
        guard written.count >= 5 else { throw fault(.shortLetterYear, at: written.startIndex) }
        guard written.first != UInt8(ascii: "0"),
            written.count <= 16, let year = YearDigits(Digits(written), isNegative: isNegative)
        else {
            let isZero = written.first == UInt8(ascii: "0")
            throw fault(isZero ? .zeroLetterYear : .farYear, at: written.startIndex)
        }
        return year
    }
}
