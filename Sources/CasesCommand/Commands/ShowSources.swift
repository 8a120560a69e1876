import ArgumentParser
import CaseModel
import Casework

/// `cases sources`: shows what depends on a source, alone or with others.
struct ShowSources: AsyncParsableCommand, Exampled {
    static let example = "cases sources gazette-2031-04-02"

    static let configuration = CommandConfiguration(
        commandName: "sources",
        abstract: "List the sources, or what depends on one of them.",
        discussion: """
            Events, claims on single fields, and links rest on the sources that say so. A source \
            that retells another is no other source.
            """)

    @Argument(help: "The source; all of them if omitted.", completion: .sources)
    var source: String?

    @OptionGroup(title: "Which clock")
    var clocks: ClockOptions

    @OptionGroup var reading: ReadingOptions

    func run() async throws {
        let slug = try source.map { try Named.slug($0) }
        let record = try await clocks.read(reading.open())
        guard let slug else { return try reading.show(try await record.sources(), of: record) }
        try reading.show(try await record.source(slug), of: record)
    }
}
