import ArgumentParser
import CaseModel
import Casework
import Projections

/// `cases conflicts`: lists contradictions, and what cannot be correct.
struct ShowConflicts: AsyncParsableCommand, Exampled {
    static let example = "cases conflicts acme-seizure"

    static let configuration = CommandConfiguration(
        commandName: "conflicts",
        abstract: "Show where sources contradict each other, and what cannot be right.",
        discussion: "No value is chosen: each is shown with everyone who gives it. Differences "
            + "that difference.explained explains are listed separately.")

    @Argument(help: "The case; all of them if omitted.", completion: .cases)
    var `case`: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try `case`.map { try Named.slug($0) }
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.conflicts(in: slug), of: record)
    }
}
