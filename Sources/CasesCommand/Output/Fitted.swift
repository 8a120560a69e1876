import Projections

/// A line broken to the width of the terminal; what does not fit goes on below, behind the margin
/// of the line and as far in as `hanging` is wide.
///
/// For lines without SGR sequences.
func fitted(_ line: String, hanging: String = "") -> [String] {
    guard columns(line) > terminalWidth else { return [line] }
    let text = line.drop { $0 == " " }
    let margin = String(repeating: " ", count: min(line.count - text.count, terminalWidth / 2))
    let below = margin + String(repeating: " ", count: columns(hanging))
    let lines = wrap(String(text.dropFirst(hanging.count)), to: terminalWidth - columns(below))
    return [margin + hanging + lines[0]] + lines.dropFirst().map { below + $0 }
}
