import ArgumentParser
import CaseModel
import Casework

/// `cases export`: hands the record out.
struct Export: AsyncParsableCommand, Exampled {
    static let example = "cases export --format jsonl > record.jsonl"

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Write the record as JSON Lines, in the order of recording.",
        discussion: """
            Imported into an empty workspace it gives the same streams, versions, ids and bodies. \
            With cases named: those and the actors and sources that they name.
            """)

    /// The formats of an export.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    @Argument(help: "The cases; all of the record where none is named.")
    var cases: [String] = []

    @Option(help: "How to write it.")
    var format: Form

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func run() async throws {
        let record = try await database.choice().open(for: .reading)
        let console = database.console
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        if slugs.isEmpty {
            let progress = Progress(unit: "events written") { console.tell($0) }
            try await record.exportAll(progress: progress) {
                lines throws(CaseworkError) in try console.write(lines.map(\.json.line))
            }
        } else {
            try await record.export(slugs) {
                lines throws(CaseworkError) in try console.write(lines.map(\.json.line))
            }
        }
    }
}
