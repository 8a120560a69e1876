/// A search term: a word, a phrase, a run of characters, or a code.
struct SearchTerm: Hashable, Sendable {
    /// A part of a phrase.
    struct Part: Hashable, Sendable {
        /// The folded bytes.
        let bytes: [UInt8]
        /// Whether it is one character of a script without blanks between words.
        let isUnit: Bool
        /// Whether it must follow the previous part with nothing but blanks between: inside a run.
        let isAdjacent: Bool
    }

    /// The parts that must follow each other in the text.
    let parts: [Part]
    /// Whether the last part may be a prefix of a word.
    let isPrefix: Bool
    /// The code in the term, without separators; nil if it is not a code.
    ///
    /// A code matches as a prefix, whatever its separators: 8541.1 finds 8541.10.00 and 854110.
    let code: [UInt8]?

    /// The ranges of elements of `text` that match the term, in order and without overlaps.
    func occurrences(in text: SearchText) -> [Range<Int>] {
        var (found, index) = ([Range<Int>](), 0)
        while index < text.elements.count {
            guard let end = codeEnd(in: text, at: index) ?? phraseEnd(in: text, at: index) else {
                index += 1
                continue
            }
            found.append(index..<end)
            index = end
        }
        return found
    }

    private func phraseEnd(in text: SearchText, at start: Int) -> Int? {
        guard start + parts.count <= text.elements.count else { return nil }
        for (offset, part) in parts.enumerated() {
            let element = text.elements[start + offset]
            guard part.isUnit == element.isUnit, offset == 0 || part.bears(element.gap) else {
                return nil
            }
            let word = text.word(element)
            let isSame =
                isPrefix && offset == parts.count - 1
                ? word.starts(with: part.bytes) : word.elementsEqual(part.bytes)
            guard isSame else { return nil }
        }
        return start + parts.count
    }

    /// The end of the code that matches at an element; nil if there is no match.
    private func codeEnd(in text: SearchText, at start: Int) -> Int? {
        guard let code else { return nil }
        var (rest, index) = (code[...], start)
        while index < text.elements.count {
            let element = text.elements[index]
            guard !element.isUnit, index == start || element.gap == .joiner else { return nil }
            let word = text.word(element)
            if word.starts(with: rest) { return index + 1 }
            guard rest.starts(with: word) else { return nil }
            rest = rest.dropFirst(word.count)
            index += 1
        }
        return nil
    }
}

extension SearchTerm.Part {
    fileprivate func bears(_ gap: SearchText.Gap) -> Bool {
        isAdjacent ? gap == .none || gap == .blank : gap != .line
    }
}

extension SearchTerm {
    /// The term written as `text`; nil if it has no letters or digits.
    ///
    /// - Parameters:
    ///   - text: the typed text, without operators.
    ///   - isQuoted: whether it was in quotation marks, and is searched for exactly.
    init?(_ text: String, isQuoted: Bool) {
        let words = SearchText(text.replacing("\n", with: " "))
        guard !words.elements.isEmpty else { return nil }
        parts = words.elements.map { element in
            Part(
                bytes: Array(words.word(element)), isUnit: element.isUnit,
                isAdjacent: element.gap == .none)
        }
        isPrefix = !isQuoted && text.hasSuffix("*") && words.elements.last?.isUnit == false
        code = isQuoted ? nil : words.code
    }
}

extension SearchText {
    /// The code that the whole text forms; nil if it is not a code.
    ///
    /// A code has a digit among its first bytes, and has letters, several parts or at least four
    /// digits.
    fileprivate var code: [UInt8]? {
        let isJoined = elements.dropFirst().allSatisfy { $0.gap == .joiner }
        guard isJoined, elements.allSatisfy({ !$0.isUnit }) else { return nil }
        let digits = folded.prefix(SearchTokens.codeLimit).count {
            UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0
        }
        guard digits > 0 else { return nil }
        return elements.count > 1 || digits < folded.count || digits >= 4 ? folded : nil
    }
}
