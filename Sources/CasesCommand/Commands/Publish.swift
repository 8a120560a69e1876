import ArgumentParser
import Casework
import CommandSupport
import Pages

/// `cases publish`: writes the record as a static site.
struct Publish: AsyncParsableCommand, Exampled, LongRunning {
    static let example = "cases publish site"

    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Write the record as pages for any web host.",
        discussion: """
            Pages for cases, chains, events, measures, actors and sources, each also as JSON. The \
            same log gives the same files. Files that have not changed are not written again, and \
            files of an earlier run that have no page any more are removed.
            """)

    @Argument(help: "The folder to write to.", completion: .directory)
    var folder: String

    @OptionGroup(title: "Where and how")
    var database: DatabaseOptions

    func run() async throws {
        let reader = try await database.choice().open(for: .reading).reader
        let progress = ProgressLog(unit: "pages")
        let site = try await Site(reader).snapshot()
        let written = try await PublishedFolder(folder).write(site, progress: progress)
        site.omissions?.complain()
        try Console.write([written.words])
    }
}

extension PublishedFolder.Written {
    /// What was done, in one line.
    fileprivate var words: String {
        "\(pages) pages; \(changed) files written, \(unchanged) unchanged, \(removed) removed"
    }
}
