import ArgumentParser
import Casework
import CommandSupport

/// `cases doctor`: checks everything that the record depends on.
struct Doctor: AsyncParsableCommand, Exampled {
    static let example = "cases doctor"

    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Check the server, the schema and the log, and say what to do.",
        discussion: "Exit code 1 if something is wrong.")

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let examination = try await reading.database.choice().examine()
        try reading.show(examination)
        guard examination.isHealthy else { throw ExitCode(1) }
    }
}
