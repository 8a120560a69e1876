import CaseModel

/// Looks for quoted passages in the text of a document.
struct QuoteSearch: Sendable {
    /// Whether the document has pages, as a PDF has.
    let isPaged: Bool
    private let texts: [FoldedText]
    private let words: [FoldedWord]

    /// What was found.
    enum Finding: Hashable, Sendable {
        /// Word for word, where it is said to be.
        case found(page: Int)
        /// Word for word, but on another page, or with other words before or after it: these.
        case elsewhere(page: Int, before: String, after: String)
        /// Something similar, in these words.
        case nearly(page: Int, words: String)
        /// Nothing similar.
        case absent
    }

    /// The pages of a document; a document without pages is one page.
    init(_ pages: [String], isPaged: Bool) {
        self.isPaged = isPaged
        let text = FoldedText(pages)
        texts = [text, FoldedText(pages, lineEndHyphen: .kept)]
        words = FoldedWord.all(in: text.scalars)
    }

    /// Looks for a passage; an ellipsis in it stands for any words.
    func find(_ quote: String, at span: QuoteSpan?) -> Finding {
        var elsewhere: Finding?
        for text in texts {
            for passage in text.passages(QuoteSearch.parts(of: quote)) {
                let page = text.page(at: passage.lowerBound)
                if isMeant(passage, on: page, of: text, by: span) { return .found(page: page) }
                elsewhere =
                    elsewhere
                    ?? .elsewhere(
                        page: page, before: text.words(before: passage.lowerBound),
                        after: text.words(after: passage.upperBound))
            }
        }
        return elsewhere ?? nearly(quote)
    }

    private func isMeant(
        _ passage: Range<Int>, on page: Int, of text: FoldedText, by span: QuoteSpan?
    ) -> Bool {
        guard let span else { return true }
        let isOnPage = span.page.map { isPaged && $0.number == page } ?? true
        return isOnPage && text.hasBefore(passage.lowerBound, span.prefix)
            && text.hasAfter(passage.upperBound, span.suffix)
    }

    /// The most similar passage, if it is similar enough.
    private func nearly(_ quote: String) -> Finding {
        let wanted = FoldedWord.all(in: FoldedText([quote]).scalars)
        guard let range = FoldedWord.mostSimilar(to: wanted, in: words),
            let first = words[range].first, let last = words[range].last
        else { return .absent }
        let passage = first.range.lowerBound..<last.range.upperBound
        return .nearly(
            page: texts[0].page(at: passage.lowerBound), words: texts[0].text(passage))
    }

    /// The parts of a passage between ellipses: `…`, `...`, also in brackets.
    private static func parts(of quote: String) -> [[Unicode.Scalar]] {
        // Folding writes the one character … as three dots.
        let text = String(String.UnicodeScalarView(FoldedText([quote]).scalars))
        return text.split(separator: /\s*(?:\[\.{3}\]|\(\.{3}\)|\.{3})\s*/)
            .map { Array($0.unicodeScalars) }
    }
}

extension FoldedText {
    /// The places where all parts stand one after the other, from the beginning of the first part
    /// to the end of the last one; both are ends of words.
    ///
    /// A part that was found behind one place of the first part is not looked for again as long as
    /// the next place is ahead of it, so that the time grows with the length of the text only.
    fileprivate func passages(_ parts: [[Unicode.Scalar]]) -> [Range<Int>] {
        guard let first = parts.first else { return [] }
        var passages: [Range<Int>] = []
        var later = [Range<Int>?](repeating: nil, count: parts.count)
        var start = 0
        while let found = range(of: first, from: start) {
            var end = found.upperBound
            for index in parts.indices.dropFirst() {
                if later[index].map({ $0.lowerBound < end }) ?? true {
                    guard let next = range(of: parts[index], from: end) else { return passages }
                    later[index] = next
                }
                end = later[index]?.upperBound ?? end
            }
            passages.append(found.lowerBound..<end)
            start = found.lowerBound + 1
        }
        return passages
    }

    /// The next place of a part, where it neither begins nor ends within a word.
    private func range(of part: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        guard let first = part.first, scalars.count >= part.count else { return nil }
        var index = start
        while index <= scalars.count - part.count {
            let range = index..<index + part.count
            if scalars[index] == first, scalars[range].elementsEqual(part),
                isEndOfWord(range.lowerBound), isEndOfWord(range.upperBound)
            {
                return range
            }
            index += 1
        }
        return nil
    }

    /// Whether no word and no number goes on across an index.
    private func isEndOfWord(_ index: Int) -> Bool {
        guard index > 0, index < scalars.count else { return true }
        let (last, next) = (scalars[index - 1], scalars[index])
        if last.isWrittenWithoutSpaces || next.isWrittenWithoutSpaces { return true }
        if last.isPartOfWord && next.isPartOfWord { return false }
        // The mark in a number, as in 900,000 or 1.5.
        let isMark = { (mark: Unicode.Scalar) in ".,".unicodeScalars.contains(mark) }
        let (before, after) = (scalars[..<(index - 1)].last, scalars[(index + 1)...].first)
        let isInNumber =
            isMark(next) && last.isDigit && after?.isDigit == true
            || isMark(last) && next.isDigit && before?.isDigit == true
        return !isInNumber
    }

    /// Whether these words, if any, stand right before an index.
    fileprivate func hasBefore(_ index: Int, _ prefix: String?) -> Bool {
        guard let prefix else { return true }
        let words = FoldedText([prefix]).scalars
        return text(before: index).suffix(words.count).elementsEqual(words)
    }

    /// Whether these words, if any, stand right after an index.
    fileprivate func hasAfter(_ index: Int, _ suffix: String?) -> Bool {
        guard let suffix else { return true }
        return text(after: index).starts(with: FoldedText([suffix]).scalars)
    }

    private func text(before index: Int) -> ArraySlice<Unicode.Scalar> {
        let text = scalars[..<index]
        return text.last == " " ? text.dropLast() : text
    }

    private func text(after index: Int) -> ArraySlice<Unicode.Scalar> {
        let text = scalars[index...]
        return text.first == " " ? text.dropFirst() : text
    }

    /// Some words right before an index.
    fileprivate func words(before index: Int) -> String {
        String(String.UnicodeScalarView(text(before: index).suffix(FoldedText.context)))
    }

    /// Some words right after an index.
    fileprivate func words(after index: Int) -> String {
        String(String.UnicodeScalarView(text(after: index).prefix(FoldedText.context)))
    }

    /// How many characters of what surrounds a passage are shown.
    private static let context = 30
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { properties.numericType == .decimal }
}
