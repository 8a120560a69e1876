import Casework
import Dispatch
import Foundation
import Synchronization

/// A command whose work grows with the record, or that goes on until it is stopped.
protocol LongRunning {}

/// The time after which a command is given up, whatever it waits for.
///
/// The time in which somebody reads the answer, in a pager or from a pipe, does not count.
struct Deadline {
    private let seconds: Int

    /// The seconds that a command may take where `CASES_DEADLINE` says nothing.
    private static let usual = 900
    private static let isAnswering = Atomic(false)

    /// The deadline of a command: `CASES_DEADLINE` in seconds, where 0 stands for none.
    ///
    /// - Throws: `CaseworkError` where that is not a number of seconds.
    init(of command: Any, _ environment: [String: String]) throws(CaseworkError) {
        guard let text = environment["CASES_DEADLINE"], !text.isEmpty else {
            seconds = command is any LongRunning ? 0 : Deadline.usual
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
    /// Its sessions end with the process, so the server gives up what it does for them.
    func begin(isJSON: Bool) {
        guard seconds > 0 else { return }
        giveUp(after: seconds, isJSON: isJSON)
    }

    private func giveUp(after wait: Int, isJSON: Bool) {
        DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(wait)) {
            guard !Deadline.isAnswering.load(ordering: .relaxed) else {
                return giveUp(after: 1, isJSON: isJSON)
            }
            let report = ErrorReport(error: failure)
            Console.complain(isJSON ? [report.json.line] : report.lines)
            _exit(failure.code.exitCode)
        }
    }

    private var failure: CaseworkError {
        CaseworkError(
            .tryAgain, "the command was given up after \(seconds) seconds (CASES_DEADLINE)",
            hint: "run the same command again: nothing is recorded twice")
    }

    /// Hands the answer out, which takes as long as its reader likes.
    static func answering<Answer, Failure: Error>(
        _ body: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        isAnswering.store(true, ordering: .relaxed)
        defer { isAnswering.store(false, ordering: .relaxed) }
        return try body()
    }
}
