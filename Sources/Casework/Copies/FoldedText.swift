import Foundation

/// The text of a document, page by page, with white space folded, so that a quoted passage can be
/// found in it.
///
/// Folded are: white space to one space; compatibility forms, such as ligatures and full-width
/// letters, to plain ones (Unicode NFKC); soft hyphens and zero-width spaces to nothing; white
/// space beside a character of a script written without spaces to nothing; a line break after the
/// hyphen of a word to nothing; and the lines of tables and the marks of lists, with which programs
/// draw what is not text, to white space.
struct FoldedText: Sendable {
    /// The folded text.
    private(set) var scalars: [Unicode.Scalar] = []
    /// The index in `scalars` at which each page begins.
    private(set) var pageStarts: [Int] = []

    /// What becomes of a hyphen at the end of a line: it may divide a word, or belong to it.
    enum LineEndHyphen: CaseIterable, Sendable {
        case dropped, kept
    }

    private let lineEndHyphen: LineEndHyphen
    private var hasPendingSpace = false
    private var hasPendingBreak = false

    /// The folded text of some pages.
    init(_ pages: [String], lineEndHyphen: LineEndHyphen = .dropped) {
        self.lineEndHyphen = lineEndHyphen
        for page in pages {
            hasPendingSpace = true
            let start = scalars.count
            append(page)
            // A page begins after the space that parts it from the page before.
            pageStarts.append(start < scalars.count && scalars[start] == " " ? start + 1 : start)
        }
    }

    private mutating func append(_ page: String) {
        for scalar in page.precomposedStringWithCompatibilityMapping.unicodeScalars {
            if FoldedText.invisible.contains(scalar) { continue }
            if scalar.properties.isWhitespace || scalar.isDrawn {
                hasPendingSpace = true
                hasPendingBreak = hasPendingBreak || FoldedText.lineBreaks.contains(scalar)
                continue
            }
            if hasPendingSpace { appendSpace(before: scalar) }
            (hasPendingSpace, hasPendingBreak) = (false, false)
            scalars.append(scalar)
        }
    }

    /// Appends what a run of white space before `next` is folded to.
    private mutating func appendSpace(before next: Unicode.Scalar) {
        guard let last = scalars.last else { return }
        if hasPendingBreak, FoldedText.hyphens.contains(last), next.properties.isAlphabetic,
            scalars.dropLast().last?.properties.isAlphabetic == true
        {
            if lineEndHyphen == .dropped { scalars.removeLast() }
        } else if !last.isWrittenWithoutSpaces, !next.isWrittenWithoutSpaces {
            scalars.append(" ")
        }
    }

    private static let invisible: Set<Unicode.Scalar> = [
        "\u{ad}", "\u{200b}", "\u{2060}", "\u{feff}",
    ]
    private static let lineBreaks: Set<Unicode.Scalar> = ["\n", "\r", "\u{b}", "\u{c}", "\u{85}"]
    private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}"]
}

extension FoldedText {
    /// The page, counted from 1, to which an index in `scalars` belongs.
    func page(at index: Int) -> Int { max(1, pageStarts.count { $0 <= index }) }

    /// The text in a range of `scalars`.
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
}

extension Unicode.Scalar {
    /// Whether it is the line of a table or the mark of an item in a list.
    fileprivate var isDrawn: Bool {
        (0x2500...0x257f).contains(value)
            || ["\u{2022}", "\u{25e6}", "\u{25aa}", "\u{25a0}"].contains(self)
    }

    /// Whether it belongs to Chinese or Japanese writing, in which a line may break anywhere and
    /// nothing parts words.
    var isWrittenWithoutSpaces: Bool {
        switch value {
        // Radicals, punctuation, kana and ideographs; their extensions; forms of full width.
        case 0x2e80...0x312f, 0x31a0...0x9fff, 0xf900...0xfaff, 0xff01...0xff60, 0x20000...0x3ffff:
            true
        default: false
        }
    }
}
