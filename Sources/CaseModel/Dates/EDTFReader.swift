/// Reads one EDTF text from left to right; the first thing wrong stops it.
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

    /// A reader of a part; offsets stay those of the whole text.
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

    /// The character so many bytes further on; nil beyond the end.
    func character(ahead: Int) -> Unicode.Scalar? {
        position + ahead < end ? Unicode.Scalar(bytes[position + ahead]) : nil
    }

    /// Steps over `character` if it is here.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == character else { return false }
        position += 1
        return true
    }

    /// Steps over all characters here that fit, and returns them; their indices are offsets.
    mutating func take(while fits: (Unicode.Scalar) -> Bool) -> ArraySlice<UInt8> {
        let taken = rest.prefix { fits(Unicode.Scalar($0)) }
        position = taken.endIndex
        return taken
    }

    /// The fault of that kind, here or at `offset`.
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
