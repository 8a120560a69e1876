package import Casework
import Dispatch
import Foundation
import Synchronization
import Wording

/// A command whose running time grows with the record, or that runs until it is stopped.
package protocol LongRunning {}

/// The time after which a command is aborted, whatever it is waiting for.
///
/// The time spent writing the answer, to a pager or a pipe, does not count.
package struct Deadline {
    private let seconds: Int

    /// The default deadline in seconds, if `CASES_DEADLINE` is not set.
    private static let usual = 900
    private static let isAnswering = Atomic(false)

    /// The deadline of a command: `CASES_DEADLINE` in seconds, where 0 means none.
    ///
    /// - Throws: `CaseworkError` if the value is not a number of seconds.
    package init(of command: Any, _ environment: [String: String]) throws(CaseworkError) {
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

    /// Ends the program at the deadline, unless it has ended before.
    ///
    /// Its database sessions end with the process, so the server cancels their work.
    package func begin(isJSON: Bool) {
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

    /// Writes the answer, outside of the deadline.
    package static func answering<Answer, Failure: Error>(
        _ body: () throws(Failure) -> Answer
    ) throws(Failure) -> Answer {
        isAnswering.store(true, ordering: .relaxed)
        defer { isAnswering.store(false, ordering: .relaxed) }
        return try body()
    }
}
