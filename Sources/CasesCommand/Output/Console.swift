import Foundation

/// Where a command speaks: data to standard output, everything else to standard error.
struct Console: Sendable {
    /// Whether only failures are told.
    let isQuiet: Bool

    /// Writes lines of data.
    func write(_ lines: [String]) {
        FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }

    /// Tells people something that is no data.
    func tell(_ line: String) {
        guard !isQuiet else { return }
        Console.complain([line])
    }

    /// Tells people what went wrong.
    static func complain(_ lines: [String]) {
        FileHandle.standardError.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    }
}
