import CanonicalJSON
import CaseModel
import Casework
import Foundation
import Projections
import Wording

/// The output of a command: data to standard output, everything else to standard error.
enum Console {
    /// Writes lines of data; throws if they cannot be written, for example because the disk is
    /// full.
    static func write(_ lines: [String]) throws(CaseworkError) {
        guard !lines.isEmpty else { return }
        do {
            try Deadline.answering {
                try FileHandle.standardOutput.write(contentsOf: Console.bytes(of: lines))
            }
        } catch {
            throw CaseworkError(
                .cannotWrite, "standard output cannot be written",
                hint: "what was recorded is recorded; make room, then ask again")
        }
    }

    /// Writes lines for people to standard output.
    static func show(_ lines: [String]) throws(CaseworkError) {
        try write(lines.map { WorkflowCommands.inert($0) })
    }

    /// Writes the answer as JSON if requested, otherwise for people.
    static func answer(
        _ json: @autoclosure () -> JSONValue, isJSON: Bool, _ lines: @autoclosure () -> [String]
    ) throws(CaseworkError) {
        if isJSON { try write([json().line]) } else { try show(lines()) }
    }

    /// Reports an error to people.
    ///
    /// A failure to write it cannot be reported, so it is ignored.
    static func complain(_ lines: [String]) {
        command(lines.map { WorkflowCommands.inert(withoutPasswords($0)) })
    }

    /// Writes commands for a CI runner.
    static func command(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        try? FileHandle.standardError.write(contentsOf: bytes(of: lines))
    }

    private static func bytes(of lines: [String]) -> Data {
        Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// Text of the record made safe for a terminal: it cannot move the cursor, ring a bell, change the
/// reading direction or hide adjacent text.
func plain(_ text: String) -> String {
    // Nearly all text is printable ASCII, which needs no escapes.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return escaped(text.unicodeScalars) { scalar in
        if scalar == "\n" || scalar == "\t" { return " " }
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}

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

/// Commands in the output of a CI step that its runner would execute.
///
/// The runners of GitHub, Gitea and Azure read everything that a step prints to standard output and
/// standard error. A line that begins with `::`, after optional white space, is a command; so is
/// `##[` or `##vso[` anywhere in a line. Recorded text must never act as one.
enum WorkflowCommands {
    /// The line with blanks inserted so that no runner treats it as a command.
    static func inert(_ line: String) -> String {
        guard line.utf8.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") })
        else { return line }
        var rest = line.unicodeScalars[...]
        var result = String.UnicodeScalarView()
        var isAtStart = true
        while let scalar = rest.popFirst() {
            result.append(scalar)
            let beginsOne =
                scalar == ":" ? isAtStart && rest.first == ":" : beginsAnywhere(scalar, rest)
            if beginsOne { result.append(" ") }
            // A CSV cell may contain line breaks.
            isAtStart =
                ["\n", "\r"].contains(scalar) || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    /// The same for a line of JSON, without changing its value.
    static func inert(json line: String) -> String {
        line.replacing("##[", with: "##\\u005b").replacing("##vso[", with: "##vso\\u005b")
    }

    private static func beginsAnywhere(
        _ scalar: Unicode.Scalar, _ rest: Substring.UnicodeScalarView
    ) -> Bool {
        scalar == "#"
            && (rest.starts(with: "#[".unicodeScalars) || rest.starts(with: "#vso[".unicodeScalars))
    }
}
