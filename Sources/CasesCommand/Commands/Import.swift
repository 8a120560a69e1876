import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Logging

/// `cases import`: records case files and JSON lines.
struct Import: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases import Fixtures"

    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import case files (YAML) and events (JSON Lines), all or nothing.",
        discussion: """
            Of a folder it takes every *.yaml, *.yml and *.jsonl below it that is not hidden; - is \
            standard input. What is recorded already is recognised and not recorded again. With \
            --as-corrections an event that reads otherwise in a file is shown and corrected.
            """)

    /// The formats of an import.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case yaml, jsonl
    }

    @Argument(
        help: "Files and folders, or -.", completion: .file(extensions: ["yaml", "yml", "jsonl"]))
    var files: [String]

    @Option(help: "How to read them; else the name says it, else the first line.")
    var format: Form?

    @Option(
        help: ArgumentHelp(
            "Record so many events at a time, for large inputs.", valueName: "n")
    )
    var batch: Int?

    @Flag(help: "Record differences from the record as corrections.")
    var asCorrections = false

    @Option(
        help: "Why: \(CorrectionReason.spellings.joined(separator: ", ")).",
        completion: .words(CorrectionReason.self))
    var reason: String?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func validate() throws {
        guard batch.map({ $0 > 0 }) ?? true else {
            throw ValidationError("--batch takes a number from 1.")
        }
        guard batch == nil || !asCorrections else {
            throw ValidationError("--as-corrections reads everything at once; leave --batch out.")
        }
        guard asCorrections == (reason != nil) else {
            throw ValidationError("--as-corrections and --reason go together: --reason typo.")
        }
    }

    func run() async throws {
        let form = format.flatMap { InputFile.Form(rawValue: $0.rawValue) }
        let inputs = try InputFile.expand(files, as: form)
        let correctionReason = try reason.map { try Named.word($0, CorrectionReason.self) }
        let record = try await writing.open()
        if let correctionReason { return try await correct(inputs, correctionReason, in: record) }
        if writing.dryRun { return try await preview(inputs, in: record) }
        guard let batch else {
            let progress = progress("events read")
            return try writing.show(
                try await record.recorder.importAll(inputs, by: writing.name, progress: progress))
        }
        let remark = try await record.recorder.importBatches(
            inputs, of: batch, by: writing.name, progress: progress("events recorded"),
            folding: ProgressLog(unit: "events folded"), take: writing.show)
        if let remark { Logger.current.notice("\(remark)") }
    }

    /// Shows what recording the files would do.
    private func preview(
        _ inputs: [InputFile], in record: CaseRecord
    ) async throws {
        let progress = progress("events read")
        let foresight =
            if let batch {
                try await record.recorder.checkBatches(inputs, of: batch, progress: progress)
            } else {
                try await record.recorder.checkAll(inputs, progress: progress)
            }
        let answer = foresight.json(of: try await record.recorder.nothing())
        try Console.answer(
            answer, isJSON: writing.json, ForesightView(foresight: foresight).lines)
    }

    /// Shows what differs in the files, and records the differences as corrections.
    private func correct(
        _ inputs: [InputFile], _ reason: CorrectionReason, in record: CaseRecord
    ) async throws {
        let differences = try await record.corrector.differences(
            in: inputs, reason: reason, fresh: EventID.fresh, progress: progress("events read"))
        for event in differences.corrected {
            Logger.current.notice(
                "\(event) stands corrected since; to undo that, retract the correction")
        }
        if writing.dryRun { try await record.corrector.preview(differences) }
        let recording =
            writing.dryRun
            ? try await record.recorder.nothing()
            : try await record.corrector.record(differences, by: writing.name)
        let view = DifferencesView(
            differences: differences, recording: recording, isRecorded: !writing.dryRun)
        try Console.answer(
            differences.json(of: recording), isJSON: writing.json, view.lines)
        writing.tellRemark(of: recording)
    }

    private func progress(_ unit: String) -> ProgressLog {
        ProgressLog(unit: unit)
    }
}
