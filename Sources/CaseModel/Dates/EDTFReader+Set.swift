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

    /// A date beside `..`, which must say where the values begin or end.
    private func bound(_ range: Range<Int>) throws(EDTFFault) -> WrittenDate {
        let date = try date(in: range, place: .set)
        if let unspecified = bytes[range].firstIndex(where: \.isX) {
            throw fault(.unspecifiedBesideDots, at: unspecified)
        }
        return date
    }
}
