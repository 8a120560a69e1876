import ArgumentParser
import Casework
import CommandSupport
import Foundation
import Projections

/// `cases rebuild`: rebuilds the read models, or checks them against the log.
struct Rebuild: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases rebuild --check --lock projections.lock"

    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Rebuild the read models from the log, or check them against it.",
        discussion: """
            They are built beside those that are read, and take their place when they are all there. \
            What was left unfinished is taken up again. With --check they are brought up to \
            date, then compared with the log row by row. Exit code 1 where they differ.
            """)

    @Argument(
        help: "Which read models; all of them where none is named: see cases projections.",
        completion: .list(Projection.all.map(\.name)))
    var names: [String] = []

    @Flag(help: "Compare the read models with the log.")
    var check = false

    @Flag(help: "Read and fold the whole log; write nothing.")
    var dryRun = false

    @Option(
        help: ArgumentHelp(
            "How many workers; else one for two processors.", valueName: "n"))
    var workers: Int64?

    @Option(
        help: ArgumentHelp(
            "Write the digests to a file; with --check, compare with those in it.",
            valueName: "file"),
        completion: .file())
    var lock: String?

    @Option(
        help: ArgumentHelp(
            "Report for machines too: junit:FILE, json:FILE or github.", valueName: "report"))
    var report: [ReportForm] = []

    @OptionGroup var reading: ReadingOptions

    func validate() throws {
        guard workers.map({ (1...64).contains($0) }) ?? true else {
            throw ValidationError("--workers takes a number from 1 to 64.")
        }
        guard !(check && dryRun) else {
            throw ValidationError("--check and --dry-run exclude each other.")
        }
    }

    func run() async throws {
        let projections = try Named.projections(names)
        let progress = ProgressLog(unit: "events")
        let answer = try await check ? checked(projections, progress) : built(projections, progress)
        try reading.show(answer) { line, format in
            guard isForRunner else { return line }
            return switch format {
            case .json, .jsonl: WorkflowCommands.inert(json: line)
            default: WorkflowCommands.inert(line)
            }
        }
        guard answer.holds else { throw ExitCode(1) }
    }

    /// Whether the output is read by a GitHub Actions runner.
    private var isForRunner: Bool {
        report.contains { if case .github = $0 { true } else { false } }
    }

    private func built(
        _ projections: [Projection], _ progress: ProgressLog
    ) async throws -> Rebuilt {
        let record = try await reading.database.choice().open(for: dryRun ? .reading : .writing)
        // Lets concurrent readers run first.
        _ = nice(10)
        let own = Int64(max(1, ProcessInfo.processInfo.activeProcessorCount / 2))
        let plan = RebuildPlan(projections, workers: workers ?? own)
        let rebuilt =
            dryRun
            ? try await record.rebuilder.tryRebuild(plan, progress: progress)
            : try await record.rebuilder.rebuild(plan, progress: progress)
        if let lock, !dryRun { try LockFile(rebuilt).write(to: lock) }
        try await write(reports: rebuilt, of: record)
        return rebuilt
    }

    private func checked(
        _ projections: [Projection], _ progress: ProgressLog
    ) async throws -> Rebuilt {
        let record = try await reading.database.choice().open(for: .checking)
        if try await record.rebuilder.takesWrites {
            try await record.rebuilder.catchUp(projections)
        }
        let lock = try lock.map { try LockFile(readingFile: $0) }
        let found = try await record.rebuilder.check(projections, lock: lock, progress: progress)
        try await write(reports: found, of: record)
        return found
    }

    private func write(
        reports rebuilt: Rebuilt, of record: CaseRecord
    ) async throws {
        for form in report {
            try await form.write(rebuilt, of: record)
        }
    }
}
