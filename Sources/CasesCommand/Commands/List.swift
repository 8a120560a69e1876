import ArgumentParser
import Casework

/// `cases list`: lists the cases.
struct List: AsyncParsableCommand, Exampled {
    static let example = "cases list"

    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the cases.")

    @Option(help: "Only cases tagged so, or with an event tagged so.")
    var tag: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let record = try await clocks.read(reading.open())
        guard let tag else { return try reading.show(try await record.list(), of: record) }
        try reading.show(try await record.list(tagged: try Named.slug(tag)), of: record)
    }
}
