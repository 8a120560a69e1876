import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import ListForms
import Logging

/// `cases import-list`: records who is on a list according to a file.
struct ImportList: AsyncParsableCommand, Exampled, LongRunning {
    static let example = """
        cases import-list csl consolidated.json --list screening-list \\
                   --source csl-2031-04-02 --edition 2031-04-02
        """

    static let configuration = CommandConfiguration(
        commandName: "import-list",
        abstract: "Record who is on a list, from a published file; absence is no delisting.",
        discussion: """
            FORM: ecfr (Entity List), csl (Consolidated Screening List), eu-fsf (EU financial \
            sanctions), opensanctions (statements), federal-register (documents as sources). The \
            file becomes a source with its SHA-256, each row a claim of it. A row that is missing \
            is noted as no longer stated; if that is more than 2 percent, nothing is recorded.
            """)

    /// The forms of files.
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case ecfr
        case federalRegister = "federal-register"
        case csl
        case euFSF = "eu-fsf"
        case openSanctions = "opensanctions"
    }

    @Argument(help: "The form of the file.")
    var form: Form

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(help: ArgumentHelp("The list.", valueName: "slug"))
    var list: String?

    @Option(
        name: .customLong("case"),
        help: ArgumentHelp("The case of the listings; else that of the list.", valueName: "slug"),
        completion: .cases)
    var caseSlug: String?

    @Option(help: ArgumentHelp("The slug of the source that the file becomes.", valueName: "slug"))
    var source: String?

    @Option(help: ArgumentHelp("The date of the file, as EDTF.", valueName: "date"))
    var edition: String?

    @Option(help: ArgumentHelp("That exactly so many rows are missing is right.", valueName: "n"))
    var unstated: Int?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func validate() throws {
        let given = [list, source, edition].compactMap(\.self).count
        guard form != .federalRegister else {
            guard given == 0, caseSlug == nil, unstated == nil else {
                throw ValidationError(
                    "federal-register records documents as sources; give only the file.")
            }
            return
        }
        guard given == 3 else {
            throw ValidationError("Give --list SLUG, --source SLUG and --edition DATE.")
        }
    }

    func run() async throws {
        let file = try ListFile(file)
        guard let form = ListForm(rawValue: form.rawValue), let list, let source, let edition else {
            return try await importDocuments(of: file)
        }
        let rows = try ListEdition(
            file, form, list: try Named.slug(list), in: try caseSlug.map { try Named.slug($0) },
            as: try Named.slug(source), edition: edition)
        let record = try await writing.open()
        let plan = try await record.listImporter.plan(rows, unstated: unstated)
        if writing.dryRun {
            let preview = try await record.recorder.preview(
                plan.entries, expecting: plan.expecting)
            return try show(preview.foresight, of: plan, try await record.recorder.nothing())
        }
        let recording = try await record.recorder.record(
            plan.entries, by: writing.name, expecting: plan.expecting)
        try Console.answer(
            recording.json.adding(plan), isJSON: writing.json,
            [plan.sentence] + RecordingView(recording: recording).lines)
        writing.tellRemark(of: recording)
    }

    private func show(
        _ foresight: Foresight, of plan: ListImport, _ nothing: Recording
    ) throws {
        try Console.answer(
            foresight.json(of: nothing).adding(plan), isJSON: writing.json,
            [plan.sentence] + ForesightView(foresight: foresight).lines)
    }

    /// Records the documents of the Federal Register.
    private func importDocuments(of file: ListFile) async throws {
        let documents = try file.documents()
        if let found = documents.found {
            Logger.current.notice(
                "the file holds \(documents.documents.count) of \(found) documents; import the other pages, too"
            )
        }
        let record = try await writing.open()
        let entries = try record.listImporter.entries(of: documents)
        guard writing.dryRun else {
            return try writing.show(try await record.recorder.record(entries, by: writing.name))
        }
        let foresight = try await record.recorder.preview(entries).foresight
        let nothing = try await record.recorder.nothing()
        try Console.answer(
            foresight.json(of: nothing), isJSON: writing.json,
            ForesightView(foresight: foresight).lines)
    }
}

extension JSONValue {
    /// The answer with the counts of rows.
    fileprivate func adding(_ plan: ListImport) -> JSONValue {
        guard var members = object else { return self }
        members["rows"] = plan.json
        return .object(members)
    }
}
