import CanonicalJSON
import CaseModel
import Casework
import Foundation
import Projections

/// Where a command speaks: data to standard output, everything else to standard error.
enum Console {
    /// Writes lines of data; throws where they cannot be written, a full disk for one.
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

    /// Answers for programs where JSON is asked for, else for people.
    static func answer(
        _ json: @autoclosure () -> JSONValue, isJSON: Bool, _ lines: @autoclosure () -> [String]
    ) throws(CaseworkError) {
        if isJSON { try write([json().line]) } else { try show(lines()) }
    }

    /// Tells people what went wrong.
    ///
    /// Where nobody can be told, there is nobody to tell that either.
    static func complain(_ lines: [String]) {
        command(lines.map { WorkflowCommands.inert(withoutPasswords($0)) })
    }

    /// Tells the runner of a CI what to do.
    static func command(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        try? FileHandle.standardError.write(contentsOf: bytes(of: lines))
    }

    private static func bytes(of lines: [String]) -> Data {
        Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// Text of the record made fit for a terminal: nothing in it can move the cursor, ring a bell,
/// turn the reading direction or hide what stands beside it.
func plain(_ text: String) -> String {
    // Nearly all text is printable ASCII, of which nothing needs an escape.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return escaped(text.unicodeScalars) { scalar in
        if scalar == "\n" || scalar == "\t" { return " " }
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}

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

/// Lines by which a step of a CI tells its runner what to do.
///
/// The runners of GitHub, Gitea and Azure read everything that a step prints, on standard output and
/// standard error. A line that begins with `::`, after any white space, is a command, and so is `##[` or
/// `##vso[` anywhere in a line. Nothing that is recorded may act as one.
enum WorkflowCommands {
    /// A line that no runner takes for a command: a blank parts what would begin one.
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
            // A cell of CSV may hold line breaks.
            isAtStart =
                ["\n", "\r"].contains(scalar) || isAtStart && scalar.properties.isWhitespace
        }
        return String(result)
    }

    /// The same for a line of JSON, which keeps its value.
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
