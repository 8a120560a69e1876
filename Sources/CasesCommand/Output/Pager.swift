import CaseModel
import Casework
import Foundation
import Logging

/// Shows long text on a terminal a page at a time.
enum Pager {
    /// Writes lines through the user's pager if standard output is a terminal.
    ///
    /// Lines that a pager did not read, because it could not be run, are written directly.
    static func write(
        _ lines: [String], isWanted: Bool
    ) throws(CaseworkError) {
        guard isWanted, isatty(STDOUT_FILENO) == 1 else { return try Console.write(lines) }
        let named = named
        guard !show(lines, through: named ?? usual) else { return }
        if let named {
            Logger.current.notice(
                "the pager \(quoted(named)) did not show the answer, so here it is; set CASES_PAGER, or give --no-pager"
            )
        }
        try Console.write(lines)
    }

    /// A pager that is not installed is no fault of the user's: 127 without a message.
    private static let usual = "command -v less >/dev/null 2>&1 || exit 127; exec less -FRX"

    private static var named: String? {
        let environment = ProcessInfo.processInfo.environment
        return ["CASES_PAGER", "PAGER"].compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// Runs the pager; false if it could not be run, or failed without reading anything.
    ///
    /// It reads a file that has no name rather than a pipe: a pager that ends early then breaks no
    /// pipe, and the position in the file says whether it read anything. `system` keeps an
    /// interrupt for the pager from ending this program.
    private static func show(_ lines: [String], through command: String) -> Bool {
        guard let file = tmpfile() else { return false }
        defer { fclose(file) }
        let text = lines.joined(separator: "\n") + "\n"
        guard fputs(text, file) >= 0, fflush(file) == 0 else { return false }
        rewind(file)
        let input = dup(STDIN_FILENO)
        defer {
            dup2(input, STDIN_FILENO)
            close(input)
        }
        guard input >= 0, dup2(fileno(file), STDIN_FILENO) >= 0 else { return false }
        // As git does: less shows colour, and ends by itself where all fits on the screen.
        setenv("LESS", "FRX", 0)
        setenv("LV", "-c", 0)
        let status = Deadline.answering { system(command) }
        let hasRead = lseek(fileno(file), 0, SEEK_CUR) > 0
        return status == 0 || status > 0 && hasRead && isShown(endingWith: status)
    }

    /// Whether a pager that read something, and then failed, could be run; says that it failed.
    private static func isShown(endingWith status: Int32) -> Bool {
        let (signal, code) = (status & 0x7f, (status >> 8) & 0xff)
        guard code != 126, code != 127 else { return false }
        let end = signal == 0 ? "exit code \(code)" : "signal \(signal)"
        Logger.current.warning(
            "the pager ended with \(end), and may not have shown the whole answer; set CASES_PAGER, or give --no-pager"
        )
        return true
    }
}
