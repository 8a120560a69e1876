import CanonicalJSON
import Casework
import Foundation

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
