import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Wording

/// The options of every reading command.
struct ReadingOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Answer in JSON; the same as --format json.")
    var json = false

    @Option(help: "Output format.")
    var format: Format?

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        guard !json || format == nil || format == .json else {
            throw ValidationError("--json and --format \(format?.rawValue ?? "") contradict.")
        }
    }

    /// The record, opened for reading.
    func open() async throws -> CaseReader {
        try await database.choice().open(for: .reading).reader
    }

    /// Shows an answer, with each line formatted by `spell`, and reports what the record had to
    /// omit.
    func show(
        _ answer: some Presentation, of record: CaseReader? = nil,
        _ spell: (String, Format) -> String = { line, _ in line }
    ) throws(CaseworkError) {
        let (format, omissions) = (json ? .json : format ?? .table, record?.omissions)
        defer { omissions?.complain() }
        try display.show(isForPeople: format == .table) {
            let told =
                format == .json
                ? [answer.json.naming(omissions).line] : answer.lines(as: format)
            return told.map { spell($0, format) }
        }
    }
}

/// The requested clocks; a clock without an option does not restrict the answer, not even to today.
struct ClockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What was true then: a date, or today.", valueName: "edtf"))
    var asOf: String?

    @Option(help: ArgumentHelp("What the sources published by then say.", valueName: "edtf"))
    var publishedBy: String?

    @Option(help: ArgumentHelp("What this record said then.", valueName: "time|position"))
    var knownAt: String?

    /// The clocks that were asked for.
    var question: ClockQuestion {
        ClockQuestion(asOf: asOf, publishedBy: publishedBy, knownAt: knownAt)
    }

    /// The record under the requested clocks.
    func read(_ record: CaseReader) async throws -> CaseReader {
        try await record.seen(by: question)
    }
}

/// How an answer is shown to people.
struct DisplayOptions: ParsableArguments {
    @Flag(help: "Do not use a pager.")
    var noPager = false

    @Option(help: "When to use colour; see NO_COLOR and CLICOLOR_FORCE.")
    var color = ColourChoice.auto

    /// Shows lines, with pager and colour if they are for people.
    func show(
        isForPeople: Bool, _ lines: () -> [String]
    ) throws(CaseworkError) {
        let lines = Terminal.$current.withValue(Terminal.current.coloured(color)) {
            isForPeople ? lines().flatMap(shown).map { WorkflowCommands.inert($0) } : lines()
        }
        guard !lines.isEmpty else { return }
        try Pager.write(lines, isWanted: isForPeople && !noPager)
    }

    /// Views wrap their own text; a short remark may still be too wide.
    private func shown(_ line: String) -> [String] {
        line.contains("\u{1b}") ? [line] : fitted(line)
    }
}
