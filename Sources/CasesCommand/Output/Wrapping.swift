/// How many columns a terminal is taken to have.
let terminalWidth = 80

/// Text broken into lines of at most `width` columns, between words where that is possible.
func wrap(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").flatMap({ pieces(of: $0, width) }) {
        if line.isEmpty {
            line = word
        } else if columns(line) + 1 + columns(word) <= width {
            line += " " + word
        } else {
            lines.append(line)
            line = word
        }
    }
    return lines + [line]
}

/// A word that is wider than a line is cut.
private func pieces(of word: Substring, _ width: Int) -> [String] {
    var pieces = [""]
    for character in word {
        if columns(pieces[pieces.count - 1] + String(character)) > width { pieces.append("") }
        pieces[pieces.count - 1].append(character)
    }
    return pieces
}

/// How many columns of a terminal a text takes: East Asian wide characters take two.
func columns(_ text: String) -> Int {
    text.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
}

/// The blocks that Unicode's East Asian Width has as wide throughout.
private func isWide(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first?.value else { return false }
    return (0x1100...0x115F).contains(scalar) || (0x2E80...0xA4CF).contains(scalar)
        || (0xAC00...0xD7A3).contains(scalar) || (0xF900...0xFAFF).contains(scalar)
        || (0xFE30...0xFE6F).contains(scalar) || (0xFF00...0xFF60).contains(scalar)
        || (0xFFE0...0xFFE6).contains(scalar) || (0x1F300...0x1FAFF).contains(scalar)
        || (0x20000...0x3FFFD).contains(scalar)
}

extension String {
    /// The text with blanks behind it up to a width.
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns(self)))
    }
}
