extension EDTFReader {
    /// The four digits of a year, some of them perhaps X.
    mutating func yearDigits() throws(EDTFFault) -> ArraySlice<UInt8> {
        let digits = try component()
        switch digits.count {
        case 4: return digits
        case 0: throw fault(noYear())
        case 1...3: throw fault(.shortYear, at: digits.startIndex)
        case 7, 8: throw fault(.basicFormat, at: digits.startIndex)
        default: throw fault(.longYear, at: digits.startIndex)
        }
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

    /// A year alone, in which one or two last digits may be X.
    func yearForm(
        _ digits: ArraySlice<UInt8>, isNegative: Bool
    ) throws(EDTFFault) -> WrittenDate.Form {
        let known = digits.prefix { Unicode.Scalar($0) != "X" }
        if known.count == 4 { return .year(try specified(digits, isNegative: isNegative)) }
        guard known.count >= 2, digits.dropFirst(known.count).allSatisfy({ $0.isX }) else {
            throw fault(.unspecifiedDigit, at: known.endIndex)
        }
        let years: Int64 = known.count == 3 ? 10 : 100
        let first = known.decimalNumber * years
        guard isNegative else { return .someYear(Year(first)...Year(first + years - 1)) }
        // There is no year -0000, so -000X means -0009 to -0001.
        return .someYear(Year(-(first + years - 1))...Year(-max(first, 1)))
    }

    /// A year all of whose digits are known.
    func specified(_ digits: ArraySlice<UInt8>, isNegative: Bool) throws(EDTFFault) -> Year {
        if let unspecified = digits.firstIndex(where: \.isX) {
            throw fault(.unspecifiedDigit, at: unspecified)
        }
        let number = digits.decimalNumber
        guard !isNegative || number > 0 else {
            throw fault(.negativeZero, at: digits.startIndex - 1)
        }
        return Year(isNegative ? -number : number)
    }

    /// The year after `Y`: five to sixteen digits, the first not 0.
    mutating func letterYear() throws(EDTFFault) -> Year {
        if next == "+" { throw fault(.explicitPlus) }
        let isNegative = take("-")
        let digits = try component()
        if next == "E" { throw fault(.exponentialYear) }
        if next == "S" { throw fault(.significantDigits) }
        if let unspecified = digits.firstIndex(where: \.isX) {
            throw fault(.unspecifiedDigit, at: unspecified)
        }
        guard digits.count >= 5 else { throw fault(.shortLetterYear, at: digits.startIndex) }
        guard digits.first != UInt8(ascii: "0") else {
            throw fault(.zeroLetterYear, at: digits.startIndex)
        }
        guard digits.count <= 16 else { throw fault(.farYear, at: digits.startIndex) }
        if next == "-" { throw fault(.letterYearAlone) }
        return Year(isNegative ? -digits.decimalNumber : digits.decimalNumber)
    }
}

extension UInt8 {
    fileprivate var isX: Bool { self == UInt8(ascii: "X") }
}

extension ArraySlice<UInt8> {
    /// The number that at most eighteen decimal digits spell.
    var decimalNumber: Int64 { reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) } }
}

extension Unicode.Scalar {
    var isDigit: Bool { ("0"..."9").contains(self) }
    var isDigitOrX: Bool { isDigit || self == "X" }
}
