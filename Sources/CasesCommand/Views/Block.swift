import Projections

/// Text in blocks, each wrapped behind its own margin.
struct Block {
    private(set) var lines: [String] = []

    /// Adds a heading with an empty line before it.
    mutating func heading(_ text: String) {
        if !lines.isEmpty { lines.append("") }
        add(text, .heading)
    }

    /// Adds text behind a margin of so many columns.
    mutating func add(_ text: String, margin: Int = 0, _ look: Look? = nil) {
        let indent = String(repeating: " ", count: margin)
        lines += wrap(plain(text), to: terminalWidth - margin).map {
            (indent + inked($0, look)).trimmedAtEnd
        }
    }

    /// Adds lines as they are.
    mutating func add(_ more: [String]) { lines += more }
}
