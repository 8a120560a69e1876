import CaseModel
import Casework
import CommandSupport
import Foundation
import Logging

/// Shows long text page by page on a terminal.
enum Pager {
    /// Writes lines through the user's pager if standard output is a terminal.
    ///
    /// If the pager could not be run and so read nothing, the lines are written directly.
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

    /// A missing default pager is not an error of the user: it exits with 127 and no message.
    private static let usual = "command -v less >/dev/null 2>&1 || exit 127; exec less -FRX"

    private static var named: String? {
        let environment = ProcessInfo.processInfo.environment
        return ["CASES_PAGER", "PAGER"].compactMap { environment[$0] }.first { !$0.isEmpty }
    }

    /// Runs the pager; returns false if it could not be run, or failed without reading anything.
    ///
    /// The pager reads an unlinked file instead of a pipe: if it exits early there is no broken
    /// pipe, and the file offset shows whether it read anything. `system` ignores interrupts
    /// meanwhile, so an interrupt meant for the pager does not end this program.
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
        // As in Git: less shows colour, and exits if everything fits on one screen.
        setenv("LESS", "FRX", 0)
        setenv("LV", "-c", 0)
        let status = Deadline.answering { system(command) }
        let hasRead = lseek(fileno(file), 0, SEEK_CUR) > 0
        return status == 0 || status > 0 && hasRead && isShown(endingWith: status)
    }

    /// Whether the pager could be run although it failed after reading something; reports that
    /// failure.
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
