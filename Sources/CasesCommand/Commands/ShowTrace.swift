import ArgumentParser
import CaseModel
import Casework

/// `cases trace`: follows goods from hand to hand, and remote access to them.
struct ShowTrace: AsyncParsableCommand, Exampled {
    static let example = "cases trace acme-lamps"

    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Follow goods from hand to hand, and remote access to them.",
        discussion: """
            Each step names who gives, who gets, what and how much, and what holds on the \
            date of the step: who is listed, whom a rule captures, what is disputed. \
            The numbers are checked: products, and what a hand gets and passes on.
            """)

    @Argument(
        help: "A case, or an actor: an item, a seller, a buyer, a provider.",
        completion: .cases)
    var subject: String

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try Named.slug(subject)
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.trace(slug), of: record)
    }
}
