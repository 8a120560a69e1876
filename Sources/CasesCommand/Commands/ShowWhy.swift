import ArgumentParser
import CaseModel
import Casework

/// `cases why`: explains why a value is what it is.
struct ShowWhy: AsyncParsableCommand, Exampled {
    static let example = "cases why acme-seizure measures.acme-export-halt.status"

    static let configuration = CommandConfiguration(
        commandName: "why",
        abstract: "Show the events, claims, corrections and links behind a value.",
        discussion: """
            A field is named as cases show --json has it: title, status, last_event, \
            measures.SLUG.status, controls.ASSET, roles.PERSON, listings.LIST.PARTY, \
            ownership.ASSET. KEY is an event of the case, KEY.occurred or KEY.data.NAME a field \
            of it.
            """)

    @Argument(help: ArgumentHelp("The case.", valueName: "case"), completion: .cases)
    var name: String

    @Argument(help: "The field.")
    var field: String

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try Named.slug(name)
        let record = try await clocks.read(reading.open())
        try reading.show(try await record.why(field, of: slug), of: record)
    }
}
