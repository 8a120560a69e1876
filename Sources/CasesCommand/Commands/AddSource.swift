import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import Projections

/// `cases add-source`: registers a source document.
struct AddSource: AsyncParsableCommand, Exampled {
    static let example = """
        cases add-source gazette-2031-04-02 --title "Order 31/14" \\
                   --publisher "State Gazette" --published 2031-04-02
        """

    static let configuration = CommandConfiguration(
        commandName: "add-source",
        abstract: "Record a source: a document, article or notice.")

    @Argument(help: "The slug that claims refer to it by.")
    var source: String

    @Option(help: "Its title.")
    var title: String?

    @Flag(help: "The source has no title.")
    var untitled = false

    @Option(help: "When it was published, as EDTF.")
    var published: String?

    @Flag(help: "The source has no date.")
    var undated = false

    @Option(help: "Who published it.")
    var publisher: String?

    @Option(help: "Who wrote it.")
    var author: [String] = []

    @Option(help: "Where it can be read.")
    var url: String?

    @Option(
        help: ArgumentHelp("The source that it retells.", valueName: "source"),
        completion: .sources)
    var reports: String?

    @Option(help: "How reliable it is: A to F and 1 to 6.")
    var grade: String?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func validate() throws {
        guard (title == nil) == untitled else {
            throw ValidationError("Give --title TITLE or --untitled, one of them.")
        }
        guard (published == nil) == undated else {
            throw ValidationError("Give --published DATE or --undated, one of them.")
        }
    }

    func run() async throws {
        let stream = StreamName(.source, try Named.slug(source))
        try await writing.record([try EventForm.first(of: stream, data: data)])
    }

    private var data: JSONObject {
        var data: JSONObject = [
            "title": .optional(title), "publisher": .optional(publisher),
            "published": .optional(published), "authors": .strings(author),
        ]
        data["url"] = url.map(JSONValue.string)
        data["reports"] = reports.map(JSONValue.string)
        data["grade"] = grade.map(JSONValue.string)
        return data
    }
}
