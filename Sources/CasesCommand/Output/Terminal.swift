import ArgumentParser
import Foundation

/// The output device of an answer: its width, and whether it uses colour and bold text.
///
/// Anything other than a terminal has 80 columns and no colour, so that piped or stored output does
/// not depend on the window in which the command ran.
struct Terminal: Sendable {
    /// The maximum line width in columns: 40 to 200.
    let width: Int
    /// Whether text may carry SGR sequences.
    let hasColour: Bool

    /// The output device of the running command.
    @TaskLocal static var current = Terminal(width: 80, hasColour: false)

    /// Standard output.
    static func ofStandardOutput(_ environment: [String: String]) -> Terminal {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        return Terminal(
            width: isTerminal ? width(of: STDOUT_FILENO, environment) : 80,
            hasColour: wantsColour(environment, isTerminal: isTerminal))
    }

    /// The size that the terminal reports, else `COLUMNS`, else 80.
    private static func width(of descriptor: Int32, _ environment: [String: String]) -> Int {
        var size = winsize()
        let isKnown = ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let columns = isKnown ? Int(size.ws_col) : environment["COLUMNS"].flatMap { Int($0) } ?? 80
        return min(max(columns, 40), 200)
    }

    /// Colour as requested by NO_COLOR (no-color.org), CLICOLOR_FORCE and CLICOLOR
    /// (bixense.com/clicolors) and TERM, in that order.
    static func wantsColour(_ environment: [String: String], isTerminal: Bool) -> Bool {
        func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        if isSet("NO_COLOR") { return false }
        if isSet("CLICOLOR_FORCE"), environment["CLICOLOR_FORCE"] != "0" { return true }
        let isAble = isSet("TERM") && environment["TERM"] != "dumb"
        return isTerminal && isAble && environment["CLICOLOR"] != "0"
    }

    /// The same device with colour as set by `--color`.
    func coloured(_ choice: ColourChoice) -> Terminal {
        switch choice {
        case .auto: self
        case .always: Terminal(width: width, hasColour: true)
        case .never: Terminal(width: width, hasColour: false)
        }
    }
}

/// The maximum width of an answer's line in columns.
var terminalWidth: Int { Terminal.current.width }

/// The highlighting of text on a terminal.
///
/// Highlighting only repeats what the words say, so nothing is lost without colour.
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

/// Text with the SGR sequences of its look, if the terminal has colour.
///
/// The sequences have no width, so apply this after wrapping and padding.
func inked(_ text: String, _ look: Look?) -> String {
    guard let look, Terminal.current.hasColour, !text.isEmpty else { return text }
    return "\u{1b}[\(look.rawValue)m\(text)\u{1b}[0m"
}

/// When colour is used.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}
