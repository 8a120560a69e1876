import ArgumentParser
import Casework

/// What every reading command takes.
struct ReadingOptions: ParsableArguments {
    @OptionGroup var database: DatabaseOptions

    @Flag(help: "Answer in JSON; the same as --format json.")
    var json = false

    @Option(help: "How to answer.")
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

    /// Shows an answer, each line as `spell` spells it, and names what the record that it was read
    /// from had to leave out.
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
