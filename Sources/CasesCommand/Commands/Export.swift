import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Logging
import Wording

/// `cases export`: exports the record.
struct Export: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases export --format jsonl > record.jsonl"

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export events as JSON Lines, in the order recorded.",
        discussion: """
            Imported into an empty workspace it gives the same streams, versions, ids and bodies. \
            With cases named: those and the actors and sources that they name. What they name of \
            other cases is told on standard error, or exported too: --with-linked.
            """)

    /// The formats of an export.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jsonl
    }

    @Argument(help: "The cases; the whole record if omitted.", completion: .cases)
    var cases: [String] = []

    @Flag(help: "Include the cases that these refer to.")
    var withLinked = false

    @Option(help: "Output format: jsonl.")
    var format: Form

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func validate() throws {
        guard !withLinked || !cases.isEmpty else {
            throw ValidationError("--with-linked needs cases; without them all are exported.")
        }
    }

    func run() async throws {
        let record = try await database.choice().open(for: .reading)
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        if slugs.isEmpty {
            let progress = ProgressLog(unit: "events written")
            try await record.reader.exportAll(progress: progress) { lines in
                try Console.write(lines.map(\.json.line))
            }
        } else {
            let missing = try await record.reader.export(slugs, withLinked: withLinked) { lines in
                try Console.write(lines.map(\.json.line))
            }
            tell(missing)
        }
    }

    /// Warns about missing events that an import of the JSON lines alone would need.
    private func tell(_ missing: [EventReference]) {
        guard !missing.isEmpty else { return }
        let shown = missing.prefix(10).map(\.description).joined(separator: ", ")
        let rest = missing.count > 10 ? " and \(missing.count - 10) more" : ""
        Logger.current.notice("named and not exported: \(shown)\(rest)")
        Logger.current.notice("import these first, or export them too: --with-linked")
    }
}
