import ArgumentParser
import Casework

/// `cases import`: records case files and lines of JSON.
struct Import: AsyncParsableCommand, Exampled {
    static let example = "cases import Fixtures"

    static let configuration = CommandConfiguration(
        abstract: "Record case files (YAML) and events (JSON Lines), all of them or none.",
        discussion: """
            Of a folder it takes every *.yaml, *.yml and *.jsonl below it; - is standard input, as \
            JSON Lines. What is recorded already is recognised and not recorded again.
            """)

    @Argument(help: "Files and folders, or -.")
    var files: [String]

    @Option(
        help: ArgumentHelp(
            "Record so many events at a time: for what is too large for one piece.", valueName: "n")
    )
    var batch: Int?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func validate() throws {
        guard batch.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--batch takes a number from 1.")
        }
        guard batch == nil || !writing.dryRun else {
            throw ValidationError("--dry-run reads everything at once; leave --batch out.")
        }
    }

    func run() async throws {
        let inputs = try InputFile.expand(files)
        let record = try await writing.open()
        let console = writing.database.console
        if writing.dryRun {
            let count = try await record.checkAll(inputs, progress: progress("events read"))
            return try console.write(["\(count) events could be recorded; nothing was."])
        }
        guard let batch else {
            let progress = progress("events read")
            return try writing.show(
                try await record.importAll(inputs, by: writing.name, progress: progress))
        }
        try await record.importBatches(
            inputs, of: batch, by: writing.name, progress: progress("events recorded"),
            take: writing.show)
    }

    private func progress(_ unit: String) -> Progress {
        Progress(unit: unit) { writing.database.console.tell($0) }
    }
}
