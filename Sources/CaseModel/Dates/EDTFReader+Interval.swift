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
