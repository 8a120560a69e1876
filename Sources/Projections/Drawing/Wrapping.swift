/// Text broken into lines of at most `width` columns, between words where that is possible.
package func wrap(_ text: String, to width: Int) -> [String] {
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

/// A word that is wider than a line is cut; a mark stays with its letter, for it takes no column.
private func pieces(of word: Substring, _ width: Int) -> [String] {
    var pieces = [String.UnicodeScalarView()]
    var filled = 0
    for scalar in word.unicodeScalars {
        if filled + columns(scalar) > width {
            pieces.append(String.UnicodeScalarView())
            filled = 0
        }
        pieces[pieces.count - 1].append(scalar)
        filled += columns(scalar)
    }
    return pieces.map { String($0) }
}

/// How many columns of a terminal a text takes, at most.
package func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns($1) }
}

/// Marks take no column, East Asian wide characters two.
private func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: 0
    default: (0x1160...0x11FF).contains(scalar.value) ? 0 : isWide(scalar) ? 2 : 1
    }
}

/// The blocks that Unicode's East Asian Width has as wide, and pictures; half a flag takes one.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
        0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
        true
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
}

extension String {
    /// The text with blanks behind it up to a width.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns(self)))
    }
}
