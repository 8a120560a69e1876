import Casework
import Dispatch
import Foundation

/// A command whose work grows with the record, or that is to go on until it is stopped.
protocol Unhurried {}

/// The time after which a command is given up, whatever it waits for.
struct Deadline {
    private let seconds: Int

    /// How long a command may take where nobody says otherwise: none that answers or records at once
    /// takes as long.
    private static let usual = 900

    /// The deadline of a command: `CASES_DEADLINE` in seconds, where 0 stands for none.
    ///
    /// - Throws: `CaseworkError` where that is no number of seconds.
    init(of command: Any, _ environment: [String: String]) throws(CaseworkError) {
        guard let text = environment["CASES_DEADLINE"], !text.isEmpty else {
            seconds = command is any Unhurried ? 0 : Deadline.usual
            return
        }
        guard let seconds = Int(text), (0...31_536_000).contains(seconds) else {
            throw CaseworkError(
                .usage, "CASES_DEADLINE must be a number of seconds from 0 to 31536000",
                hint: "0 stands for no limit; where it is not set, most commands have 900 seconds")
        }
        self.seconds = seconds
    }

    /// Ends the program when the time is up, unless it has ended by then.
    ///
    /// The process ends and its sessions with it, so the server gives up what it is at.
    func begin(isJSON: Bool) {
        guard seconds > 0 else { return }
        let failure = CaseworkError(
            .tryAgain, "given up after \(seconds) seconds (CASES_DEADLINE)",
            hint:
                "run the same command again: nothing is recorded twice; cases doctor looks for what "
                + "it waited for")
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(seconds)) {
            let report = ErrorReport(error: failure)
            Console.complain(isJSON ? [report.json.line] : report.lines)
            _exit(failure.code.exitCode)
        }
    }
}
