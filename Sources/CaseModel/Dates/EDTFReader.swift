/// Parses one EDTF text from left to right; stops at the first fault.
///
/// The grammar is in the extensions: characters, intervals, sets, one date, its year, its time.
struct EDTFReader {
    let bytes: [UInt8]
    let end: Int
    private(set) var position: Int

    /// A reader of the whole text.
    init(_ text: String) {
        bytes = Array(text.utf8)
        position = 0
        end = bytes.count
    }

    /// A reader of a part of the text; offsets remain those of the whole text.
    func part(_ range: Range<Int>) -> EDTFReader {
        var part = EDTFReader(bytes: bytes, end: range.upperBound)
        part.position = range.lowerBound
        return part
    }

    private init(bytes: [UInt8], end: Int) {
        self.bytes = bytes
        self.end = end
        position = 0
    }

    /// What is left to read.
    var rest: ArraySlice<UInt8> { bytes[position..<end] }

    /// The character here; nil at the end.
    var next: Unicode.Scalar? { character(ahead: 0) }

    /// The character that many bytes ahead; nil beyond the end.
    func character(ahead: Int) -> Unicode.Scalar? {
        position + ahead < end ? Unicode.Scalar(bytes[position + ahead]) : nil
    }

    /// Consumes `character` if it is next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == character else { return false }
        position += 1
        return true
    }

    /// Consumes all characters that satisfy the predicate and returns them; their indices are
    /// offsets.
    mutating func take(while fits: (Unicode.Scalar) -> Bool) -> ArraySlice<UInt8> {
        let taken = rest.prefix { fits(Unicode.Scalar($0)) }
        position = taken.endIndex
        return taken
    }

    /// A fault of that kind, here or at `offset`.
    func fault(_ refusal: EDTFRefusal, at offset: Int? = nil) -> EDTFFault {
        EDTFFault(refusal, at: offset ?? position)
    }
}

extension EDTFReader {
    /// Reads the whole text.
    mutating func date() throws(EDTFFault) -> EDTFForm {
        guard !bytes.isEmpty else { throw fault(.empty) }
        try checkCharacters()
        switch next {
        case "[": return try set(.one)
        case "{": return try set(.all)
        default: break
        }
        guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return try moment() }
        return try interval(slash: slash)
    }

    /// A date alone, or a date and time.
    private mutating func moment() throws(EDTFFault) -> EDTFForm {
        let start = position
        let date = try writtenDate()
        let dateEnd = position
        guard take("T") else {
            try checkEndOfDate(.alone)
            return .date(date)
        }
        guard case .day(let pattern) = date.form, let day = pattern.known else {
            throw fault(.timeWithoutDay, at: dateEnd)
        }
        if let mark = bytes[start..<dateEnd].firstIndex(where: \.isMark) {
            throw fault(.markWithTime, at: mark)
        }
        return .dateTime(day, try time())
    }
}

extension EDTFReader {
    /// The context of a date, which decides what it may contain.
    enum DatePlace {
        case alone, interval, set

        fileprivate var refusalOfTime: EDTFRefusal {
            switch self {
            case .alone: .timeWithoutDay
            case .interval: .timeInInterval
            case .set: .timeInSet
            }
        }
    }

    /// The date that spans a whole part.
    func date(in range: Range<Int>, place: DatePlace) throws(EDTFFault) -> WrittenDate {
        var reader = part(range)
        let date = try reader.writtenDate()
        try reader.checkEndOfDate(place)
        return date
    }

    /// Year, year and month or season, or year, month and day, with the marks of each.
    mutating func writtenDate() throws(EDTFFault) -> WrittenDate {
        var marks = Marks()
        let year = try year(&marks)
        guard take("-") else { return WrittenDate(form: .year(year), marks: marks) }
        let month = try component(&marks)
        guard take("-") else {
            return WrittenDate(form: try monthForm(year, month), marks: marks)
        }
        let form = try dayForm(year, month, component(&marks))
        if next == "-" { throw fault(.tooManyParts) }
        return WrittenDate(form: form, marks: marks)
    }

    /// Refuses anything that follows a complete date.
    func checkEndOfDate(_ place: DatePlace) throws(EDTFFault) {
        guard next != nil else { return }
        throw fault(surplus(place))
    }

    private func surplus(_ place: DatePlace) -> EDTFRefusal {
        switch next {
        case "E": .exponentialYear
        case "S": .significantDigits
        case "T": place.refusalOfTime
        case ".": character(ahead: 1) == "." ? .doubleDotAlone : .unexpected
        case "/": .intervalInSet
        case "[", "]", "{", "}": .setInside
        default: .unexpected
        }
    }
}

extension EDTFReader {
    private func monthForm(
        _ year: YearDigits, _ written: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        if written.count == 3 { throw fault(.ordinalDate, at: written.startIndex) }
        let digits = try twoDigits(written)
        if !digits.months.isEmpty { return .month(year, digits) }
        if let season = season(digits) { return .season(year, season) }
        let isGrouping = digits.isKnown && (25...41).contains(digits.least)
        throw fault(isGrouping ? .subYearGrouping : .noSuchMonth, at: written.startIndex)
    }

    private func dayForm(
        _ year: YearDigits, _ writtenMonth: ArraySlice<UInt8>, _ writtenDay: ArraySlice<UInt8>
    ) throws(EDTFFault) -> WrittenDate.Form {
        let (month, day) = (try twoDigits(writtenMonth), try twoDigits(writtenDay))
        guard !month.months.isEmpty else {
            let refusal: EDTFRefusal = season(month) == nil ? .noSuchMonth : .dayOfSeason
            throw fault(refusal, at: writtenMonth.startIndex)
        }
        guard let pattern = DayPattern(year, month, day) else {
            let length = DayPattern.longest(month.months, in: year)
            throw fault(.noSuchDay(days: length), at: writtenDay.startIndex)
        }
        return .day(pattern)
    }

    private func season(_ digits: Digits) -> Season? {
        digits.isKnown ? Season(rawValue: Int(digits.least)) : nil
    }

    private func twoDigits(_ written: ArraySlice<UInt8>) throws(EDTFFault) -> Digits {
        guard written.count == 2 else { throw fault(.twoDigits, at: written.startIndex) }
        return Digits(written)
    }

    /// The digits of a month or day, with the marks on either side of them.
    private mutating func component(_ marks: inout Marks) throws(EDTFFault) -> ArraySlice<UInt8> {
        let own = try mark()
        let digits = take(while: \.isDigitOrX)
        marks.append(own: own, group: try mark())
        return digits
    }

    /// The mark at this place, if any.
    mutating func mark() throws(EDTFFault) -> Mark {
        guard let mark = Mark(next), let character = next, take(character) else { return .none }
        if Mark(next) != nil { throw fault(.twoMarks) }
        return mark
    }
}

extension EDTFReader {
    /// Refuses characters that no EDTF level allows, so that the grammar need not handle them.
    func checkCharacters() throws(EDTFFault) {
        guard let wrong = rest.firstIndex(where: { !EDTFReader.isInAlphabet($0) }) else { return }
        throw fault(refusal(at: wrong), at: wrong)
    }

    /// A single lower-case letter may be a missing capital; several letters are a word.
    private func refusal(at place: Int) -> EDTFRefusal {
        let isWord = [place - 1, place + 1].contains { near in
            bytes.indices.contains(near) && EDTFReader.isLetter(bytes[near])
        }
        let character = Unicode.Scalar(bytes[place])
        return isWord && EDTFReader.isLetter(bytes[place])
            ? .strangeCharacter : EDTFReader.refusal(of: character)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private static func isInAlphabet(_ byte: UInt8) -> Bool {
        switch Unicode.Scalar(byte) {
        case "0"..."9", "X", "Y", "T", "Z", "E", "S": true
        case "-", "+", ":", ".", ",", "/", "?", "~", "%", "[", "]", "{", "}": true
        default: false
        }
    }

    private static func refusal(of character: Unicode.Scalar) -> EDTFRefusal {
        switch character {
        case " ", "\t"..."\r": .blank
        case "x", "y", "t", "z", "e", "s": .lowerCase(character)
        case "W": .weekDate
        case "P": .duration
        default: .strangeCharacter
        }
    }
}
