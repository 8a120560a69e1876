import ArgumentParser
import Casework

/// `cases search`: searches the text of the record.
struct Search: AsyncParsableCommand, Exampled {
    static let example = "cases search '\"export licence\" wafer or chip'"

    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Search events by words: summaries, fields and quoted text.",
        discussion: """
            Words may stand in any order; "a phrase" is found as it is; or between words takes \
            either; -word leaves out what has it; word* finds what begins so, and so does a code: \
            3A09 finds 3A090. Capitals and accents make no difference. Events are also found by \
            the names of their actors.
            """)

    @Argument(help: "Words.")
    var text: [String]

    @Option(help: ArgumentHelp("The most events to show.", valueName: "n"))
    var limit: Int64 = 50

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit takes a number from 1.") }
    }

    func run() async throws {
        let record = try await clocks.read(reading.open())
        try reading.show(
            try await record.search(for: text.joined(separator: " "), limit: limit),
            of: record)
    }
}
