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
