import ArgumentParser
import CaseModel
import Casework

/// `cases answers`: shows who answers whom, how often and how fast.
struct ShowAnswers: AsyncParsableCommand, Exampled {
    static let example = "cases answers acme-seizure"

    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Show who answers whom, how often and how fast.",
        discussion: """
            A side is the country of an actor, or the actor itself if it has none. Links that say \
            responds_to count, unless only time joins the two events. Days are windows: as exact \
            as the dates are.
            """)

    @Argument(
        help: ArgumentHelp("The case; all of them if omitted.", valueName: "case"),
        completion: .cases)
    var caseName: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try caseName.map { try Named.slug($0) }
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.responses(in: slug), of: record)
    }
}
