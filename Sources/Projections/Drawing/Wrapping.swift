/// The text wrapped to at most `width` columns, between words where possible.
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

/// A word that is wider than a line is split between characters: combining marks and joiners stay
/// with their letters, and an emoji sequence stays whole unless it is wider than a line itself.
private func pieces(of word: Substring, _ width: Int) -> [String] {
    guard columns(String(word)) > width else { return [String(word)] }
    var pieces: [String] = []
    var filled = width
    for part in word.flatMap({ parts(of: $0, width) }) {
        let wide = columns(part)
        if filled + wide > width {
            pieces.append("")
            filled = 0
        }
        pieces[pieces.count - 1] += part
        filled += wide
    }
    return pieces
}

private func parts(of character: Character, _ width: Int) -> [String] {
    let text = String(character)
    return columns(text) <= width ? [text] : text.unicodeScalars.map { String($0) }
}

/// The maximum number of terminal columns that a text takes.
///
/// Terminals differ in how they show joined emoji, so each component is counted.
package func columns(_ text: String) -> Int {
    // Nearly all text is ASCII, and looking up Unicode properties is slow.
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    var sum = 0
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
        // The variation selector turns a narrow symbol into a wide emoji.
        let widens =
            scalar == "\u{FE0F}" && last.map { $0.properties.isEmoji && !isWide($0) } ?? false
        sum += widens ? 1 : columns(scalar)
        last = scalar
    }
    return sum
}

/// Combining marks and joiners take no column, East Asian wide characters take two.
private func columns(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default:
        switch scalar.value {
        case 0x1160...0x11FF, 0x200C...0x200D: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }
}

/// The blocks that Unicode's East Asian Width classifies as wide, and emoji; each half of a flag
/// takes one column.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD:
        true
    case 0x1F1E6...0x1F1FF: false
    default: scalar.properties.isEmojiPresentation
    }
}

extension String {
    /// The text padded with blanks to a width.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - columns(self)))
    }
}
