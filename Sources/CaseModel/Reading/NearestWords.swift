/// The word of `words` that `text` was probably meant to be; nil where none is near.
///
/// Near is at most a third of the longer word in edits (optimal string alignment distance). Of equally
/// near ones it is the first.
package func nearestWord(to text: String, among words: [String]) -> String? {
    NearestWords(words).nearest(to: text)
}

/// What to write instead of an unknown word: the nearest one, else all of them.
package func remedy(for text: String, among words: [String]) -> String {
    if let nearest = nearestWord(to: text, among: words) { return "did you mean \"\(nearest)\"?" }
    return "known: " + words.joined(separator: ", ")
}

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

/// The optimal string alignment distance: how many insertions, deletions, substitutions and swaps of
/// neighbours turn `a` into `b`, where no part is edited twice.
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
