extension EDTFReader {
    /// A year of four digits or, after `Y`, of more, with the marks on either side.
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
