/// The word of `words` that `text` was probably meant to be; nil if none is similar.
///
/// Similar means an optimal string alignment distance of at most a third of the longer word. Of
/// equally similar words, the first is returned.
package func nearestWord(to text: String, among words: [String]) -> String? {
    NearestWords(words).nearest(to: text)
}

/// The hint for an unknown word: the most similar word, otherwise all of them.
package func remedy(for text: String, among words: [String]) -> String {
    if let nearest = nearestWord(to: text, among: words) { return "did you mean \"\(nearest)\"?" }
    return "known: " + words.joined(separator: ", ")
}

/// A set of words for repeated look-ups of the most similar one.
///
/// Only the words that share the most letters with the given one are compared in full, so that
/// looking up many unknown words among many known ones does not become quadratic in practice.
package struct NearestWords: Sendable {
    /// The words grouped by their set of letters, in the order given.
    private let groups: [(letters: UInt64, words: [Word])]

    private struct Word {
        let place: Int
        let text: String
        let scalars: [Unicode.Scalar]
    }

    /// The number of words that are compared in full.
    private static let candidates = 64
    /// The maximum length that is read of the given word.
    private static let length = 80

    /// Prepares the words; their order breaks ties.
    package init(_ words: [String]) {
        let all = words.enumerated().map { place, text in
            Word(place: place, text: text, scalars: Array(text.unicodeScalars))
        }
        groups = Dictionary(grouping: all) { NearestWords.letters(of: $0.scalars) }
            .map { (letters: $0, words: $1) }
            .sorted { $0.words[0].place < $1.words[0].place }
    }

    /// The word that `text` was probably meant to be, other than `text` itself; nil if none is
    /// similar.
    package func nearest(to text: String) -> String? {
        let written = Array(text.lowercased().unicodeScalars.prefix(NearestWords.length))
        var best: (edits: Int, word: Word)?
        for (fewest, word) in candidates(for: text, written) {
            // The remaining words share even fewer letters.
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

    /// The words that share the most letters, each with a lower bound of its distance.
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

    /// The letters of a word as a bit set; each edit changes at most two bits.
    private static func letters(of word: [Unicode.Scalar]) -> UInt64 {
        word.reduce(0) { $0 | 1 << UInt64($1.value & 63) }
    }
}

extension Int {
    fileprivate func dividedRoundingUp(by divisor: Int) -> Int { (self + divisor - 1) / divisor }
}

/// The optimal string alignment distance: the number of insertions, deletions, substitutions and
/// transpositions of neighbours that turn `a` into `b`, with no part edited twice.
func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast = Array(repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = beforeLast
    for i in a.indices {
        row[0] = i + 1
        for j in b.indices {
            let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
            var fewest = min(substituted, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                fewest = min(fewest, beforeLast[j - 1] + 1)
            }
            row[j + 1] = fewest
        }
        (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
}
