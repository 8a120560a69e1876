import ArgumentParser
import CaseModel
import Casework

/// `cases actors`: lists actors, with their names and cases.
struct ShowActors: AsyncParsableCommand, Exampled {
    static let example = "cases actors acme"

    static let configuration = CommandConfiguration(
        commandName: "actors",
        abstract: "List the actors with their names, roles and cases, or show one.")

    @Argument(
        help: "The actor, by its slug or one of its names; all of them if omitted.",
        completion: .actors)
    var actor: String?

    @Option(help: "Only actors that are on this list, or may be.")
    var list: String?

    @Option(help: "Only actors tagged so.")
    var tag: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard actor == nil || list == nil && tag == nil else {
            throw ValidationError("One actor is shown whole: leave out --list and --tag.")
        }
    }

    func run() async throws {
        let list = try list.map { try Named.slug($0) }
        let tag = try tag.map { try Named.slug($0) }
        let record = try await clocks.read(reading.open())
        guard let actor else {
            return try reading.show(try await record.actors(on: list, tagged: tag), of: record)
        }
        try reading.show(try await record.actor(named: actor), of: record)
    }
}
