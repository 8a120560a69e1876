/// Intervals (levels 0 and 1) and the sets of level 2 that are one window.
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
        return .date(try writtenDate(range, place: .interval))
    }

    /// `[a..b]`, `[..b]`, `[a..]`, from the bracket on.
    func set() throws(EDTFFault) -> EDTFForm {
        guard let close = rest.firstIndex(of: UInt8(ascii: "]")) else {
            throw fault(.unclosedSet, at: end)
        }
        guard close == end - 1 else { throw fault(afterSet(close), at: close + 1) }
        let members = position + 1..<close
        if let comma = bytes[members].firstIndex(of: UInt8(ascii: ",")) {
            throw fault(.listOfDates, at: comma)
        }
        guard !members.isEmpty else { throw fault(.emptySet) }
        guard let dots = firstDoubleDot(in: members) else {
            _ = try writtenDate(members, place: .set)
            throw fault(.setOfOneDate)
        }
        return try window(members.lowerBound..<dots, dots + 2..<members.upperBound)
    }

    private func afterSet(_ close: Int) -> EDTFRefusal {
        let isMark = Mark(Unicode.Scalar(bytes[close + 1])) != nil
        return isMark ? .markAfterSet : .setInside
    }

    private func firstDoubleDot(in range: Range<Int>) -> Int? {
        range.dropLast().first { bytes[$0...$0 + 1].elementsEqual("..".utf8) }
    }

    private func window(_ first: Range<Int>, _ last: Range<Int>) throws(EDTFFault) -> EDTFForm {
        switch (first.isEmpty, last.isEmpty) {
        case (true, true): throw fault(.emptySet)
        case (true, false): return .onOrBefore(try writtenDate(last, place: .set))
        case (false, true): return .onOrAfter(try writtenDate(first, place: .set))
        case (false, false): break
        }
        let from = try writtenDate(first, place: .set)
        let to = try writtenDate(last, place: .set)
        guard from.precision == to.precision else {
            throw fault(.mixedPrecision, at: last.lowerBound)
        }
        guard !from.isCertainlyAfter(to) else { throw fault(.reversedSet, at: last.lowerBound) }
        return .between(from, to)
    }

    private func writtenDate(
        _ range: Range<Int>, place: DatePlace
    ) throws(EDTFFault) -> WrittenDate {
        var reader = part(range)
        return try reader.marked(reader.dateForm(place: place), place: place)
    }
}
