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
        abstract: "Export events as JSON Lines, or a case as a case file.",
        discussion: """
            JSON Lines, imported into an empty workspace, give the same streams, versions, ids and \
            bodies. With cases named: those and the actors and sources that they name. What they \
            name of other cases is told on standard error, or exported too: --with-linked. YAML is \
            a file of one case that import takes for unchanged.
            """)

    /// The formats of an export.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case jsonl, yaml
    }

    @Argument(help: "The cases; the whole record if omitted.", completion: .cases)
    var cases: [String] = []

    @Flag(help: "Include the cases that these refer to.")
    var withLinked = false

    @Option(help: "Output format: jsonl or yaml.")
    var format: Form

    @Option(
        help: ArgumentHelp(
            "An older file of the case whose comments and lines are kept: yaml.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var commentsFrom: String?

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func validate() throws {
        guard !withLinked || !cases.isEmpty else {
            throw ValidationError("--with-linked needs cases; without them all are exported.")
        }
        guard format == .yaml || commentsFrom == nil else {
            throw ValidationError("--comments-from belongs to --format yaml.")
        }
        guard format != .yaml || cases.count == 1 && !withLinked else {
            throw ValidationError("--format yaml writes a file of one case: name one case.")
        }
    }

    func run() async throws {
        let record = try await database.choice().open(for: .reading)
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        if format == .yaml, let slug = slugs.first {
            try await writeCaseFile(slug, of: record)
        } else if slugs.isEmpty {
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

    private func writeCaseFile(_ slug: Slug, of record: CaseRecord) async throws {
        let old = try commentsFrom.map { try InputFile.expand([$0], as: .yaml) }?.first
        let file = try await record.reader.caseFile(slug, keeping: old)
        try Console.write(text: file.text)
        let remarks = [
            "not in the file, which can only hold events of the case and registers": file.unsaid,
            "in the old file, but not recorded, and left out": file.unrecorded,
            "named by the case, and not in the old file": file.elsewhere,
        ]
        for (remark, events) in remarks.sorted(by: { $0.key < $1.key }) where !events.isEmpty {
            Logger.current.notice("\(remark): \(shown(events))")
        }
    }

    /// The first ten names, and how many more there are.
    private func shown(_ events: [EventReference]) -> String {
        let shown = events.prefix(10).map(\.description).joined(separator: ", ")
        return events.count > 10 ? "\(shown) and \(events.count - 10) more" : shown
    }

    /// Warns about missing events that an import of the JSON lines alone would need.
    private func tell(_ missing: [EventReference]) {
        guard !missing.isEmpty else { return }
        Logger.current.notice("named and not exported: \(shown(missing))")
        Logger.current.notice("import these first, or export them too: --with-linked")
    }
}
