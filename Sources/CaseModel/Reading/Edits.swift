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
