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
        /// Word for word, but on another page, or with other words before or after it.
        case elsewhere(page: Int)
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
        var elsewhere: Int?
        for text in texts {
            for passage in text.passages(QuoteSearch.parts(of: quote)) {
                let page = text.page(at: passage.lowerBound)
                guard isMeant(passage, on: page, of: text, by: span) else {
                    elsewhere = elsewhere ?? page
                    continue
                }
                return .found(page: page)
            }
        }
        return elsewhere.map { .elsewhere(page: $0) } ?? nearly(quote)
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
    /// to the end of the last one.
    fileprivate func passages(_ parts: [[Unicode.Scalar]]) -> [Range<Int>] {
        guard let first = parts.first else { return [] }
        var passages: [Range<Int>] = []
        var start = 0
        while let found = range(of: first, from: start) {
            var end: Int? = found.upperBound
            for part in parts.dropFirst() {
                end = end.flatMap { range(of: part, from: $0)?.upperBound }
            }
            guard let end else { return passages }
            passages.append(found.lowerBound..<end)
            start = found.lowerBound + 1
        }
        return passages
    }

    private func range(of part: [Unicode.Scalar], from start: Int) -> Range<Int>? {
        guard let first = part.first, scalars.count >= part.count else { return nil }
        var index = start
        while index <= scalars.count - part.count {
            if scalars[index] == first, scalars[index..<index + part.count].elementsEqual(part) {
                return index..<index + part.count
            }
            index += 1
        }
        return nil
    }

    /// Whether these words, if any, stand right before an index.
    fileprivate func hasBefore(_ index: Int, _ prefix: String?) -> Bool {
        guard let prefix else { return true }
        return ends(scalars[..<index], with: FoldedText([prefix]).scalars)
    }

    private func ends(_ text: ArraySlice<Unicode.Scalar>, with words: [Unicode.Scalar]) -> Bool {
        let text = text.last == " " ? text.dropLast() : text
        return text.suffix(words.count).elementsEqual(words)
    }

    /// Whether these words, if any, stand right after an index.
    fileprivate func hasAfter(_ index: Int, _ suffix: String?) -> Bool {
        guard let suffix else { return true }
        let text = scalars[index...]
        return (text.first == " " ? text.dropFirst() : text)
            .starts(with: FoldedText([suffix]).scalars)
    }
}
