import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework

/// `cases open`: opens a case.
struct Open: AsyncParsableCommand, Exampled {
    static let example = "cases open acme-seizure --title \"The seizure of Acme Semiconductors\""

    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a case.")

    @Argument(help: "The slug of the case.")
    var `case`: String

    @Option(help: "The title of the case.")
    var title: String

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func run() async throws {
        let stream = StreamName(.case, try Named.slug(`case`))
        try await writing.record([try EventForm.first(of: stream, data: ["title": .string(title)])])
    }
}
