import Casework
import Foundation

/// Shows long text on a terminal a page at a time.
enum Pager {
    /// Writes lines through the pager that the user has, where there is a terminal to page on.
    static func write(
        _ lines: [String], console: Console, isWanted: Bool
    ) throws(CaseworkError) {
        guard isWanted, isatty(STDOUT_FILENO) == 1, let pipe = popen(program, "w") else {
            return try console.write(lines)
        }
        fputs(lines.joined(separator: "\n") + "\n", pipe)
        pclose(pipe)
    }

    private static var program: String {
        let environment = ProcessInfo.processInfo.environment
        let chosen = environment["CASES_PAGER"] ?? environment["PAGER"] ?? ""
        return chosen.isEmpty ? "less -FRX" : chosen
    }
}
