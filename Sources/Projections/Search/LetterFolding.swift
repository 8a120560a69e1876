/// Folds letters so that capitals, accents and compatibility forms make no difference.
///
/// The table is the program's own (`Tables/letters.txt`, made by `ops/folding`), so the same program
/// folds alike on every machine and in every database: compatibility decomposition, full case
/// folding, and no accents. Voicing marks of kana and vowel signs of Indic scripts stay, because they
/// make another letter.
enum LetterFolding {
    /// Appends what a character folds to; nothing where it is ignored.
    static func append(_ scalar: Unicode.Scalar, to folded: inout [Unicode.Scalar]) {
        let code = scalar.value
        switch code {
        case 0x41...0x5a: folded.append(Unicode.Scalar(UInt8(code + 0x20)))
        case 0..<0x80, 0x3400..<0xa000: folded.append(scalar)
        case Hangul.syllables: Hangul.append(code, to: &folded)
        default:
            guard let target = table[code] else { return folded.append(scalar) }
            folded += target
        }
    }

    private static let table = FoldingTable(PackageResources.letters_txt).targets
}

/// Hangul syllables are decomposed by a formula (The Unicode Standard, section 3.12).
private enum Hangul {
    static let syllables: Range<UInt32> = 0xac00..<0xd7a4

    static func append(_ code: UInt32, to folded: inout [Unicode.Scalar]) {
        let index = code - syllables.lowerBound
        let trailing = index % 28
        let jamo = [0x1100 + index / 588, 0x1161 + index % 588 / 28]
        folded += (jamo + (trailing == 0 ? [] : [0x11a7 + trailing])).compactMap(
            Unicode.Scalar.init)
    }
}

/// Reads the table: `START[,COUNT,STEP,SHIFT] TARGET…` in hexadecimal, a line a run of characters.
private struct FoldingTable {
    private(set) var targets: [UInt32: [Unicode.Scalar]] = [:]

    init(_ bytes: [UInt8]) {
        targets.reserveCapacity(9_000)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard line.first != UInt8(ascii: "#") else { continue }
            let words = line.split(separator: UInt8(ascii: " "))
            guard let head = words.first else { continue }
            let run = head.split(separator: UInt8(ascii: ",")).map(FoldingTable.number)
            add(run, words.dropFirst().map(FoldingTable.number))
        }
    }

    private mutating func add(_ run: [UInt32], _ target: [UInt32]) {
        guard let start = run.first else { return }
        let (count, step, shift) = run.count == 4 ? (run[1], run[2], run[3]) : (1, 1, 0)
        for index in 0..<count {
            targets[start + index * step] = target.compactMap {
                Unicode.Scalar($0 + index * shift)
            }
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> UInt32 {
        digits.reduce(0) { number, digit in
            number << 4 | UInt32(digit < 0x40 ? digit & 0xf : (digit & 0xf) + 9)
        }
    }
}

/// What a folded character is to a search.
enum LetterKind: Equatable {
    /// A letter or digit of a script that writes words apart.
    case word
    /// A character of a script without blanks between words, where any run may be looked for.
    case unit
    /// A mark or vowel that belongs to the unit before it.
    case continuation
    /// Everything else.
    case separator

    /// The kind of a character.
    init(_ scalar: Unicode.Scalar) {
        let code = scalar.value
        if code < 0x80 {
            self = LetterKind.isASCIIWord(UInt8(code)) ? .word : .separator
        } else if LetterKind.isLetter(scalar) {
            self =
                LetterKind.isContinuation(code)
                ? .continuation : LetterKind.isUnit(code) ? .unit : .word
        } else {
            self = .separator
        }
    }

    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if 0x4e00..<0x9fff ~= scalar.value { return true }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .decimalNumber, .letterNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    /// Voicing marks of kana, and the vowels and final consonants of Hangul.
    private static func isContinuation(_ code: UInt32) -> Bool {
        switch code {
        case 0x3099, 0x309a, 0x1160...0x11ff, 0xd7b0...0xd7ff: true
        default: false
        }
    }

    /// Whether the script has no blanks between words, or, as in Korean, joins particles to words.
    private static func isUnit(_ code: UInt32) -> Bool {
        switch code {
        case 0x0e00...0x0fff,  // Thai, Lao, Tibetan
            0x1000...0x109f,  // Myanmar
            0x1100...0x11ff,  // Hangul
            0x1780...0x17ff,  // Khmer
            0x1950...0x19df,  // Tai Le, New Tai Lue
            0x1a20...0x1aaf,  // Tai Tham
            0x1b00...0x1b7f,  // Balinese
            0x2e80...0x312f,  // radicals, kana, Bopomofo
            0x3190...0x4dbf,  // extensions of kana and Han
            0x4e00...0xa4cf,  // Han, Yi
            0xa960...0xa97f,  // Hangul
            0xa980...0xa9ff,  // Javanese, Myanmar
            0xaa60...0xaadf,  // Myanmar, Tai Viet
            0xf900...0xfaff,  // Han
            0x1aff0...0x1b2ff,  // kana, Nüshu
            0x20000...0x3ffff:  // Han
            true
        default: false
        }
    }
}
