/// The text with every character escaped that controls a terminal or is invisible.
///
/// Zero-width joiners and non-joiners are kept where the spelling of a word requires them.
package func escaped(
    _ scalars: some Collection<Unicode.Scalar>, as name: (Unicode.Scalar) -> String
) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for index in scalars.indices {
        let scalar = scalars[index]
        let after = scalars.index(after: index)
        let next = after < scalars.endIndex ? scalars[after] : nil
        if scalar.isVisible || scalar.isSpelling(after: previous, before: next) {
            result.append(scalar)
        } else {
            result.append(contentsOf: name(scalar).unicodeScalars)
        }
        previous = scalar
    }
    return String(result)
}

extension Unicode.Scalar {
    fileprivate var isVisible: Bool {
        if isASCII { return (0x20..<0x7F).contains(value) }
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate: return false
        default: return true
        }
    }

    /// Whether it is a joiner that affects the letters around it, as UAX #31 allows in names: after
    /// a virama, or between letters of which one belongs to a script that uses joiners.
    ///
    /// Between Latin letters, or doubled, it would only hide a difference.
    fileprivate func isSpelling(after previous: Self?, before next: Self?) -> Bool {
        guard self == "\u{200C}" || self == "\u{200D}", let previous, previous.isInWord else {
            return false
        }
        if previous.properties.canonicalCombiningClass == .virama { return true }
        guard let next, next.isInWord else { return false }
        return previous.usesJoiners || next.usesJoiners
    }

    private var isInWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            true
        default: false
        }
    }

    /// The blocks of the cursive and Indic scripts: Arabic to N'Ko, Devanagari to Myanmar, Khmer
    /// and Mongolian, their extensions, and those of the supplementary plane.
    private var usesJoiners: Bool {
        switch value {
        case 0x0600...0x07FF, 0x0840...0x08FF, 0x0900...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF,
            0x1A20...0x1AAF, 0x1B00...0x1C4F, 0xA800...0xA82F, 0xA840...0xA8FF, 0xA980...0xA9FF,
            0xAA60...0xAA7F, 0xAAE0...0xAAFF, 0xABC0...0xABFF, 0xFB50...0xFDFF, 0xFE70...0xFEFC,
            0x10A00...0x10FFF, 0x11000...0x11FFF, 0x1E900...0x1E95F:
            true
        default: false
        }
    }
}

/// `text` in quotation marks for a message: at most 60 characters, control characters as U+XXXX.
package func quoted(_ text: String) -> String {
    let rest = text.unicodeScalars.count > 60 ? "…" : ""
    return "\"\(visible(text.unicodeScalars.prefix(60)))\(rest)\""
}

/// Text that is safe to show in a message: no character that moves the cursor or hides text.
package func visible(_ scalars: some Collection<Unicode.Scalar>) -> String {
    escaped(scalars) { "<\($0.number)>" }
}

extension Unicode.Scalar {
    /// The code point of the scalar: U+ and at least four hexadecimal digits.
    var number: String {
        let digits = String(value, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
