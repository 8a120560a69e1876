/// An excerpt of a text that shows why it matched.
struct Snippet {
    /// The passages, with matches between « and », followed by the names of matching actors.
    let text: String

    /// Bytes of context before the first match of a passage.
    private static let before = 80
    /// The size of a passage in bytes.
    private static let length = 240
    /// The maximum number of passages.
    private static let passages = 2

    init(_ match: SearchMatch) {
        let marks = Snippet.marks(match.occurrences)
        var pieces: [String] = []
        var index = 0
        while pieces.count < Snippet.passages, index < marks.count {
            let passage = Snippet.passage(of: match.text, from: marks[index])
            let shown = marks[index...].prefix { $0.upperBound <= passage.upperBound }
            index += max(shown.count, 1)
            pieces.append(Snippet.written(match.text, passage, shown))
        }
        if pieces.isEmpty, !match.text.elements.isEmpty {
            let passage = Snippet.passage(of: match.text, from: 0..<1)
            pieces.append(Snippet.written(match.text, passage, []))
        }
        let names = match.names.map { "«\($0)»" }
        let passages = pieces.isEmpty ? [] : [pieces.joined(separator: " ")]
        text = (passages + names).joined(separator: "\n")
    }

    /// The matches of all terms, in order, without overlaps.
    private static func marks(_ occurrences: [[Range<Int>]]) -> [Range<Int>] {
        let sorted = occurrences.joined().sorted {
            ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
        }
        return sorted.reduce(into: []) { marks, range in
            if range.lowerBound >= (marks.last?.upperBound ?? 0) { marks.append(range) }
        }
    }

    /// The elements around a match.
    private static func passage(of text: SearchText, from mark: Range<Int>) -> Range<Int> {
        let elements = text.elements
        let start = elements[mark.lowerBound].source.lowerBound
        var lower = mark.lowerBound
        while lower > 0, start - elements[lower - 1].source.lowerBound <= before { lower -= 1 }
        let origin = elements[lower].source.lowerBound
        var upper = mark.upperBound
        while upper < elements.count, elements[upper].source.upperBound - origin <= length {
            upper += 1
        }
        return lower..<upper
    }

    /// A passage as text, with … where the text continues.
    private static func written(
        _ text: SearchText, _ passage: Range<Int>, _ marks: some Sequence<Range<Int>>
    ) -> String {
        let isStart = passage.lowerBound == 0
        let isEnd = passage.upperBound == text.elements.count
        var (bytes, offset) = (
            isStart ? [] : Array("… ".utf8),
            isStart ? 0 : text.elements[passage.lowerBound].source.lowerBound
        )
        for mark in marks {
            let first = text.elements[mark.lowerBound].source.lowerBound
            let end = text.elements[mark.upperBound - 1].source.upperBound
            bytes += text.source[offset..<first] + Array("«".utf8) + text.source[first..<end]
            bytes += Array("»".utf8)
            offset = end
        }
        let last = text.elements[passage.upperBound - 1].source.upperBound
        bytes += text.source[offset..<(isEnd ? text.source.count : max(offset, last))]
        return String(decoding: bytes, as: UTF8.self) + (isEnd ? "" : " …")
    }
}
