/// Words among which the nearest is looked for again and again.
///
/// Letter by letter it compares only the words that have the most letters in common with the one that was
/// written, so that many unknown words among many known ones take no quadratic time worth mentioning.
package struct NearestWords: Sendable {
    /// The words that are made of the same letters, in the order given.
    private let groups: [(letters: UInt64, words: [Word])]

    private struct Word {
        let place: Int
        let text: String
        let scalars: [Unicode.Scalar]
    }

    /// How many words are compared letter by letter.
    private static let candidates = 64
    /// How much is read of what was written.
    private static let length = 80

    /// Looks among words; their order decides between equally near ones.
    package init(_ words: [String]) {
        let all = words.enumerated().map { place, text in
            Word(place: place, text: text, scalars: Array(text.unicodeScalars))
        }
        groups = Dictionary(grouping: all) { NearestWords.letters(of: $0.scalars) }
            .map { (letters: $0, words: $1) }
            .sorted { $0.words[0].place < $1.words[0].place }
    }

    /// The word that `text` was probably meant to be, but not `text` itself; nil where none is near.
    package func nearest(to text: String) -> String? {
        let written = Array(text.lowercased().unicodeScalars.prefix(NearestWords.length))
        var best: (edits: Int, word: Word)?
        for (fewest, word) in candidates(for: text, written) {
            // What comes has fewer letters in common still.
            if let best, fewest > best.edits { break }
            let edits = edits(written, word.scalars)
            if best.map({ (edits, word.place) < ($0.edits, $0.word.place) }) ?? true {
                best = (edits, word)
            }
        }
        guard let best else { return nil }
        let longer = max(written.count, best.word.scalars.count)
        return best.edits * 3 <= longer ? best.word.text : nil
    }

    /// The words with the most letters in common, each with the fewest edits that it can take.
    private func candidates(
        for text: String, _ written: [Unicode.Scalar]
    ) -> [(fewest: Int, word: Word)] {
        let letters = NearestWords.letters(of: written)
        var byDistance: [[Int]] = Array(repeating: [], count: UInt64.bitWidth + 1)
        for index in groups.indices {
            byDistance[(letters ^ groups[index].letters).nonzeroBitCount].append(index)
        }
        var found: [(fewest: Int, word: Word)] = []
        for (distance, indices) in byDistance.enumerated() {
            for index in indices where found.count < NearestWords.candidates {
                let left = NearestWords.candidates - found.count
                found += groups[index].words.lazy.filter { $0.text != text }.prefix(left)
                    .map { (distance.dividedRoundingUp(by: 2), $0) }
            }
        }
        return found
    }

    /// A set of the letters of a word: every edit changes at most two.
    private static func letters(of word: [Unicode.Scalar]) -> UInt64 {
        word.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }
}

extension Int {
    fileprivate func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}
