import Projections
import Wording

/// A line wrapped to the width of the terminal; continuation lines are indented by the line's own
/// margin and the width of `hanging`.
///
/// The line must not contain SGR sequences.
func fitted(_ line: String, hanging: String = "") -> [String] {
    guard columns(line) > terminalWidth else { return [line] }
    let text = line.drop { $0 == " " }
    let margin = String(repeating: " ", count: min(line.count - text.count, terminalWidth / 2))
    let below = margin + String(repeating: " ", count: columns(hanging))
    let lines = wrap(String(text.dropFirst(hanging.count)), to: terminalWidth - columns(below))
    return [margin + hanging + lines[0]] + lines.dropFirst().map { below + $0 }
}
