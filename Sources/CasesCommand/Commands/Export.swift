import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Exchange
import Logging
import Wording

/// `cases export`: exports the record.
struct Export: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases export --format jsonl > record.jsonl"

    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Export the record, or cases, for import and for other tools.",
        discussion: """
            jsonl, imported into an empty workspace, gives the same streams, versions, ids and \
            bodies. yaml is a file of one case that import takes for unchanged. The other formats \
            are those of other tools; --loss writes what they have no room for. With cases named, \
            the registers that they name are exported too, and with --with-linked the cases that \
            they refer to.
            """)

    @Argument(help: "The cases; the whole record if omitted.", completion: .cases)
    var cases: [String] = []

    @Flag(help: "Include the cases that these refer to.")
    var withLinked = false

    @Option(help: "\(ExportForm.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: ExportForm

    @OptionGroup(title: "Of some formats")
    var details: ExportDetails

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func validate() throws {
        guard !withLinked || !cases.isEmpty else {
            throw ValidationError("--with-linked needs cases; without them all are exported.")
        }
        guard format != .yaml || cases.count == 1 && !withLinked else {
            throw ValidationError("--format yaml writes a file of one case: name one case.")
        }
        try details.check(format)
    }

    func run() async throws {
        let record = try await database.choice().open(for: .reading)
        let slugs = try slugs()
        switch format {
        case .jsonl: try await writeLines(slugs, of: record.reader)
        case .yaml: try await writeCaseFile(slugs[0], of: record.reader)
        case .cloudevents: try await writeCloudEvents(slugs, of: record.reader)
        default: try await writeExchanged(slugs, of: record.reader)
        }
    }
}

// Swift 6.3 crashes while it optimises one function that does all this, so each is out of line.
extension Export {
    @inline(never)
    private func slugs() throws -> [Slug] {
        var slugs: [Slug] = []
        for name in cases { slugs.append(try Named.slug(name)) }
        return slugs
    }

    @inline(never)
    private func writeCloudEvents(_ slugs: [Slug], of reader: CaseReader) async throws {
        let loss = try await reader.cloudEvents(
            slugs, withLinked: withLinked, source: details.eventSource
        ) { events in try Console.write(events.map(\.json.line)) }
        try details.report(loss)
    }

    @inline(never)
    private func writeExchanged(_ slugs: [Slug], of reader: CaseReader) async throws {
        guard let format = format.exchange else { return }
        let exchanged = try await reader.exchange(
            slugs, withLinked: withLinked, as: format, withMark: details.bom)
        try details.write(exchanged)
    }

    private func writeLines(_ slugs: [Slug], of reader: CaseReader) async throws {
        guard !slugs.isEmpty else {
            let progress = ProgressLog(unit: "events written")
            return try await reader.exportAll(progress: progress) { lines in
                try Console.write(lines.map(\.json.line))
            }
        }
        let missing = try await reader.export(slugs, withLinked: withLinked) { lines in
            try Console.write(lines.map(\.json.line))
        }
        guard !missing.isEmpty else { return }
        Logger.current.notice("named and not exported: \(shown(missing))")
        Logger.current.notice("import these first, or export them too: --with-linked")
    }

    private func writeCaseFile(_ slug: Slug, of reader: CaseReader) async throws {
        let old = try details.commentsFrom.map { try InputFile.expand([$0], as: .yaml) }?.first
        let file = try await reader.caseFile(slug, keeping: old)
        try Console.write(text: file.text)
        let remarks: KeyValuePairs = [
            "not in the file, because a case file cannot hold it": file.unsaid,
            "in the old file, but not recorded": file.unrecorded,
            "written as recorded, because the old file says something else": file.rewritten,
            "removed with the comments above, because it was erased": file.erased,
            "named by the case, and not in the old file": file.elsewhere,
            "events of other cases that it names": file.linked,
        ]
        for (remark, events) in remarks where !events.isEmpty {
            Logger.current.notice("\(remark): \(shown(events))")
        }
    }

    /// The first ten names, and how many more there are.
    private func shown(_ events: [EventReference]) -> String {
        let shown = events.prefix(10).map(\.description).joined(separator: ", ")
        return events.count > 10 ? "\(shown) and \(events.count - 10) more" : shown
    }
}
