/// A word of a folded text, without what writers and printers vary: case, quotation marks, dashes,
/// punctuation.
struct FoldedWord: Hashable, Sendable {
    /// Its letters and digits, in lower case.
    let letters: String
    /// Where it stands in the text.
    let range: Range<Int>

    /// The words of a text; of a script written without spaces each character is one.
    static func all(in scalars: [Unicode.Scalar]) -> [FoldedWord] {
        var words: [FoldedWord] = []
        var (letters, start) = (String.UnicodeScalarView(), 0)
        func close(at end: Int) {
            if !letters.isEmpty {
                words.append(FoldedWord(letters: String(letters), range: start..<end))
            }
            letters = String.UnicodeScalarView()
        }
        for (index, scalar) in scalars.enumerated() {
            guard scalar.isPartOfWord else {
                // An apostrophe is within a word, whichever way it is written, and so are the brackets
                // of “[T]he”.
                if !"'’[]".unicodeScalars.contains(scalar) { close(at: index) }
                continue
            }
            if scalar.isWrittenWithoutSpaces { close(at: index) }
            if letters.isEmpty { start = index }
            letters.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            if scalar.isWrittenWithoutSpaces { close(at: index + 1) }
        }
        close(at: scalars.count)
        return words
    }

    /// The range of `words` that can be made equal to `wanted` with the fewest words put in, left
    /// out or exchanged; nil if more than a quarter of the words would have to be.
    ///
    /// Sellers' algorithm: its time grows with the product of the two counts.
    static func mostSimilar(to wanted: [FoldedWord], in words: [FoldedWord]) -> Range<Int>? {
        guard !wanted.isEmpty, !words.isEmpty else { return nil }
        let wanted = wanted.map(\.letters)
        // In row i: the cost of the first i words of `wanted`, ending at the present word, and
        // where that passage begins.
        var row = (0...wanted.count).map { Step(cost: $0, start: 0) }
        var best: (cost: Int, range: Range<Int>)?
        for (index, word) in words.enumerated() {
            Step.advance(&row, over: word.letters, at: index, wanted)
            let last = row[wanted.count]
            if last.start <= index, last.cost < best?.cost ?? (wanted.count / 4 + 1) {
                best = (last.cost, last.start..<index + 1)
            }
        }
        return best?.range
    }
}

/// A cell of the table of Sellers' algorithm.
private struct Step {
    var cost: Int
    /// The index of the word at which the passage begins.
    var start: Int

    /// The row after one more word of the text.
    static func advance(
        _ row: inout [Step], over word: String, at index: Int, _ wanted: [String]
    ) {
        var diagonal = row[0]
        row[0] = Step(cost: 0, start: index + 1)
        for place in 1...wanted.count {
            let above = row[place]
            let exchanged = Step(
                cost: diagonal.cost + (wanted[place - 1] == word ? 0 : 1), start: diagonal.start)
            let putIn = Step(cost: above.cost + 1, start: above.start)
            let leftOut = Step(cost: row[place - 1].cost + 1, start: row[place - 1].start)
            row[place] = [exchanged, putIn, leftOut].min { $0.cost < $1.cost } ?? exchanged
            diagonal = above
        }
    }
}

extension Unicode.Scalar {
    /// Whether it is a letter, a mark on one, or a digit.
    var isPartOfWord: Bool {
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
