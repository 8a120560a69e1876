/// The word of `words` that `text` was probably meant to be; nil where none is near.
///
/// Near is at most a third of the longer word in edits (optimal string alignment distance).
package func nearestWord(to text: String, among words: [String]) -> String? {
    let written = Array(text.lowercased().unicodeScalars.prefix(80))
    let distances = words.map { (word: $0, edits: edits(written, Array($0.unicodeScalars))) }
    guard let best = distances.min(by: { $0.edits < $1.edits }) else { return nil }
    let longer = max(written.count, best.word.unicodeScalars.count)
    return best.edits * 3 <= longer ? best.word : nil
}

/// What to write instead of an unknown word: the nearest one, else all of them.
package func remedy(for text: String, among words: [String]) -> String {
    if let nearest = nearestWord(to: text, among: words) { return "did you mean \"\(nearest)\"?" }
    return "known: " + words.joined(separator: ", ")
}

/// Insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.
private func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1]
        for j in b.indices {
            let substituted = last[j] + (a[i] == b[j] ? 0 : 1)
            var fewest = min(substituted, last[j + 1] + 1, row[j] + 1)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                fewest = min(fewest, beforeLast[j - 1] + 1)
            }
            row.append(fewest)
        }
        (beforeLast, last) = (last, row)
    }
    return last[b.count]
}
