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
