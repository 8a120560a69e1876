import ArgumentParser
import Casework
import CommandSupport
import Ledger

/// `cases verify`: verifies that the log is as it was recorded.
struct Verify: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases verify"

    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Verify the log: recompute every digest, header, leaf and the root.",
        discussion: "Exit code 1 if something was changed. The root is RFC 9162's.")

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let record = try await reading.database.choice().open(for: .reading)
        let progress = ProgressLog(unit: "events verified")
        let answer = VerdictAnswer(try await record.verifier.verify(progress: progress))
        try reading.show(answer)
        guard answer.verdict.holds else { throw ExitCode(1) }
    }
}
