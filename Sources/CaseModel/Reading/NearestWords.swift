/// Words among which the nearest is looked for again and again.
///
/// It answers as `nearestWord(to:among:)` does, but compares letter by letter only the words that
/// have the most letters in common, so that many unknown words among many known ones take no
/// quadratic time worth mentioning.
package struct NearestWords: Sendable {
    private let words: [(word: String, letters: UInt64)]

    /// How many words are compared letter by letter.
    private static let candidates = 64

    /// Looks among words; their order decides between equally near ones.
    package init(_ words: [String]) {
        self.words = words.map { ($0, NearestWords.letters(of: $0)) }
    }

    /// The word that `text` was probably meant to be; nil where none is near.
    package func nearest(to text: String) -> String? {
        let letters = NearestWords.letters(of: text)
        var byDistance: [[String]] = Array(repeating: [], count: UInt64.bitWidth + 1)
        for (word, others) in words {
            let distance = (letters ^ others).nonzeroBitCount
            if byDistance[distance].count < NearestWords.candidates, word != text {
                byDistance[distance].append(word)
            }
        }
        return nearestWord(
            to: text, among: Array(byDistance.joined().prefix(NearestWords.candidates)))
    }

    /// A set of the letters of a word: every edit changes at most two.
    private static func letters(of word: String) -> UInt64 {
        word.utf8.reduce(0) { $0 | 1 << UInt64($1 & 63) }
    }
}
