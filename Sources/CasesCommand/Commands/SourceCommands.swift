import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Logging

/// `cases source`: stores and checks copies of sources.
struct SourceCommands: AsyncParsableCommand, Exampled {
    static let example = "cases source verify"

    static let configuration = CommandConfiguration(
        commandName: "source",
        abstract: "Store copies of sources, and check what is quoted from them.",
        subcommands: [SourceAdd.self, SourceVerify.self])
}

/// `cases source add`: stores a file as the copy of a source.
struct SourceAdd: AsyncParsableCommand, Exampled {
    static let example = "cases source add order.pdf --as gazette-2031-04-02"

    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Store a file as the copy of a source, and record its digest.",
        discussion: """
            PDF, HTML or text in UTF-8. The file is stored outside the log under its SHA-256, and \
            the source is corrected to name that digest. A source has one copy: a page that has \
            changed is another source.
            """)

    @Argument(help: "The file.", completion: .file())
    var file: String

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The source, which add-source has recorded.", valueName: "source"),
        completion: .sources)
    var source: String

    @OptionGroup var copies: CopiesOptions

    @OptionGroup(title: "Where and how")
    var amending: AmendingOptions

    func run() async throws {
        let slug = try Named.slug(source)
        let file = try SourceCopies.File(file)
        let store = try copies.store()
        let isStored = !amending.writing.dryRun
        try await amending.amend { record, id in
            let copies = record.copies(in: store)
            let entry = try await copies.entry(naming: file, as: slug, id: id)
            // Stored first: a source that names a copy which is nowhere would be worse.
            guard isStored else { return entry }
            for line in try await copies.store(file) { Logger.current.notice("\(line)") }
            return entry
        }
    }
}

/// `cases source verify`: checks the copies and what is quoted from them.
struct SourceVerify: AsyncParsableCommand, Exampled {
    static let example = "cases source verify gazette-2031-04-02"

    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Hash the stored copies again and look up every quoted passage.",
        discussion: """
            A passage must stand in the copy word for word, on the page and between the words that \
            its span names; white space, line breaks and hyphens at line ends do not count, and an \
            ellipsis stands for any words. Exit code 1 if a copy is missing or damaged, or a passage \
            is elsewhere, only nearly there, or absent. pdftotext reads PDF, and w3m HTML.
            """)

    @Argument(help: "The sources; all of them if omitted.", completion: .sources)
    var sources: [String] = []

    @OptionGroup var copies: CopiesOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slugs = try sources.map { try Named.slug($0) }
        let record = try await reading.database.choice().open(for: .reading)
        let answer = try await record.copies(in: try copies.store()).verify(slugs)
        try reading.show(answer)
        guard answer.holds else { throw ExitCode(1) }
    }
}
