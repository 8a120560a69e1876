/// A text prepared for searching: its words and characters, folded, with their positions in the
/// text.
struct SearchText {
    /// A word, or one character of a script without blanks between words.
    struct Element {
        /// Its range in `folded`.
        let bytes: Range<Int>
        /// Its range in the text.
        var source: Range<Int>
        /// Whether it is one character of a script without blanks between words.
        let isUnit: Bool
        /// What is between the previous element and this one.
        let gap: Gap
    }

    /// What is between two elements.
    enum Gap {
        /// Nothing.
        case none
        /// A separator inside a code, as in 8541.10 or 744.11(a).
        case joiner
        /// Blanks.
        case blank
        /// Anything else.
        case other
        /// The end of a line; no phrase matches across it.
        case line
    }

    /// The text itself, UTF-8.
    let source: [UInt8]
    /// The elements in order.
    private(set) var elements: [Element] = []
    /// The folded bytes of all elements.
    private(set) var folded: [UInt8] = []

    private var current: [Unicode.Scalar] = []
    private var isUnit = false
    private var currentSource = 0..<0
    private var currentGap = Gap.line
    private var gap = GapReader()

    /// Reads a text.
    init(_ text: String) {
        source = Array(text.utf8)
        elements.reserveCapacity(source.count / 5)
        folded.reserveCapacity(source.count)
        var (offset, letters) = (0, [Unicode.Scalar]())
        for scalar in text.unicodeScalars {
            let range = offset..<offset + UTF8.width(scalar)
            offset = range.upperBound
            letters.removeAll(keepingCapacity: true)
            LetterFolding.append(scalar, to: &letters)
            for letter in letters { take(letter, range) }
            // An ignored accent belongs to the preceding letter.
            if letters.isEmpty, !current.isEmpty {
                currentSource = currentSource.lowerBound..<range.upperBound
            }
        }
        close()
    }

    /// The folded bytes of an element.
    func word(_ element: Element) -> ArraySlice<UInt8> { folded[element.bytes] }

    private mutating func take(_ letter: Unicode.Scalar, _ range: Range<Int>) {
        switch LetterKind(letter) {
        case .separator:
            close()
            gap.take(letter)
        case .word:
            if current.isEmpty || isUnit { begin(range, isUnit: false) }
            extend(letter, range)
        case .unit:
            begin(range, isUnit: true)
            extend(letter, range)
        case .continuation:
            if current.isEmpty || !isUnit { begin(range, isUnit: true) }
            extend(letter, range)
        }
    }

    private mutating func begin(_ range: Range<Int>, isUnit: Bool) {
        close()
        self.isUnit = isUnit
        currentSource = range
        currentGap = elements.isEmpty ? .line : gap.gap
        gap = GapReader()
    }

    /// Adds a letter to the current element, with marks in canonical order.
    private mutating func extend(_ letter: Unicode.Scalar, _ range: Range<Int>) {
        var index = current.endIndex
        let mark = letter.value < 0x300 ? 0 : letter.properties.canonicalCombiningClass.rawValue
        while mark > 0, index > 0,
            current[index - 1].properties.canonicalCombiningClass.rawValue > mark
        {
            index -= 1
        }
        current.insert(letter, at: index)
        currentSource = currentSource.lowerBound..<range.upperBound
    }

    private mutating func close() {
        guard !current.isEmpty else { return }
        let start = folded.count
        for scalar in current { folded += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter }
        elements.append(
            Element(
                bytes: start..<folded.count, source: currentSource, isUnit: isUnit,
                gap: currentGap))
        current.removeAll(keepingCapacity: true)
    }
}

/// Classifies the separators between two elements.
private struct GapReader {
    private(set) var gap = SearchText.Gap.none
    private var last: Unicode.Scalar?

    mutating func take(_ scalar: Unicode.Scalar) {
        gap = next(scalar)
        last = scalar
    }

    private func next(_ scalar: Unicode.Scalar) -> SearchText.Gap {
        if gap == .line || scalar == "\n" { return .line }
        switch gap {
        case .none where GapReader.isJoiner(scalar): return .joiner
        case .none, .blank: return scalar.properties.isWhitespace ? .blank : .other
        // 744.11(a)(2)
        case .joiner where last == ")" && scalar == "(": return .joiner
        default: return .other
        }
    }

    private static func isJoiner(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "-", "/", ",", ":", "_", "(", ")", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}",
            "\u{2212}":
            true
        default: false
        }
    }
}
