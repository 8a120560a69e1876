package import CanonicalJSON
import CaseModel
package import Casework
import Foundation
import Projections
import Wording

/// The output of a command: data to standard output, everything else to standard error.
package enum Console {
    /// Writes lines of data; throws if they cannot be written, for example because the disk is
    /// full.
    package static func write(_ lines: [String]) throws(CaseworkError) {
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

    /// Writes a text byte for byte, with a line feed at its end if it has none; an empty text is
    /// nothing.
    package static func write(text: String) throws(CaseworkError) {
        guard !text.isEmpty else { return }
        let isEnded = text.unicodeScalars.last == "\n"
        try write([isEnded ? String(text.unicodeScalars.dropLast()) : text])
    }

    /// Writes lines for people to standard output.
    package static func show(_ lines: [String]) throws(CaseworkError) {
        try write(lines.map { WorkflowCommands.inert($0) })
    }

    /// Writes the answer as JSON if requested, otherwise for people.
    package static func answer(
        _ json: @autoclosure () -> JSONValue, isJSON: Bool, _ lines: @autoclosure () -> [String]
    ) throws(CaseworkError) {
        if isJSON { try write([json().line]) } else { try show(lines()) }
    }

    /// Reports an error to people.
    ///
    /// A failure to write it cannot be reported, so it is ignored.
    package static func complain(_ lines: [String]) {
        command(lines.map { WorkflowCommands.inert(withoutPasswords($0)) })
    }

    /// Writes commands for a CI runner.
    package static func command(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        try? FileHandle.standardError.write(contentsOf: bytes(of: lines))
    }

    private static func bytes(of lines: [String]) -> Data {
        Data((lines.joined(separator: "\n") + "\n").utf8)
    }
}

/// Text of the record made safe for a terminal: it cannot move the cursor, ring a bell, change the
/// reading direction or hide adjacent text.
package func plain(_ text: String) -> String {
    // Nearly all text is printable ASCII, which needs no escapes.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return escaped(text.unicodeScalars) { scalar in
        if scalar == "\n" || scalar == "\t" { return " " }
        return "<U+" + String(scalar.value, radix: 16, uppercase: true) + ">"
    }
}
