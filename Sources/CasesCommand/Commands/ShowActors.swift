import ArgumentParser
import CaseModel
import Casework

/// `cases actors`: lists actors, with their names and cases.
struct ShowActors: AsyncParsableCommand, Exampled {
    static let example = "cases actors acme"

    static let configuration = CommandConfiguration(
        commandName: "actors",
        abstract: "List the actors with their names, roles and cases, or show one.")

    @Argument(help: "The actor; all of them if omitted.", completion: .actors)
    var actor: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try actor.map { try Named.slug($0) }
        let record = try await clocks.read(reading.open())
        guard let slug else { return try reading.show(try await record.actors(), of: record) }
        try reading.show(try await record.actor(slug), of: record)
    }
}
