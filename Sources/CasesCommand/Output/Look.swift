import ArgumentParser

/// How text stands out on a terminal.
///
/// It only repeats what the words say: an answer without colour says as much.
enum Look: String, Sendable {
    /// Titles: bold.
    case heading = "1"
    /// What is disputed, denied or a retaliation: bold red.
    case alarm = "1;31"
    /// Names, sources and positions beside the text proper: faint.
    case faint = "2"
}

/// A paragraph of an answer.
struct Paragraph: Sendable {
    let text: String
    var look: Look?

    init(_ text: String, _ look: Look? = nil) {
        self.text = text
        self.look = look
    }
}

/// Text with the SGR sequences of its look, where the terminal has colour.
///
/// They count as no column: apply it after wrapping and padding.
func inked(_ text: String, _ look: Look?) -> String {
    guard let look, Terminal.current.hasColour, !text.isEmpty else { return text }
    return "\u{1b}[\(look.rawValue)m\(text)\u{1b}[0m"
}

/// When colour is used.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}
