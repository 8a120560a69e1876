import ArgumentParser
import CaseModel
import Casework

/// `cases diff`: shows what changed between two values of one clock, and why.
struct ShowDiff: AsyncParsableCommand, Exampled {
    static let example = "cases diff acme-seizure --from 2031-04-05 --to 2031-04-30"

    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show what changed in a case between two points in time, and why.",
        discussion: """
            By the clock recorded an instant is a position or a time, as --known-at takes it; by \
            occurred and published it is a date, as --as-of and --published-by take it. The other \
            clocks can be asked as ever.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var name: String

    @Option(help: ArgumentHelp("The first instant.", valueName: "edtf|time|position"))
    var from: String

    @Option(help: ArgumentHelp("The second instant.", valueName: "edtf|time|position"))
    var to: String

    @Option(help: "The clock of the two instants.")
    var clock = ChosenClock.recorded

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard let flag = clocks.flag(of: clock) else { return }
        throw ValidationError("\(flag) contradicts --clock \(clock.rawValue).")
    }

    func run() async throws {
        let slug = try Named.slug(name)
        let range = try ClockRange(clock, from: from, to: to)
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.difference(in: slug, between: range), of: record)
    }
}

extension ChosenClock: ExpressibleByArgument {}

extension ClockOptions {
    /// The option for a clock, if it was given; otherwise nil.
    fileprivate func flag(of clock: ChosenClock) -> String? {
        switch clock {
        case .occurred: asOf.map { _ in "--as-of" }
        case .published: publishedBy.map { _ in "--published-by" }
        case .recorded: knownAt.map { _ in "--known-at" }
        }
    }
}
