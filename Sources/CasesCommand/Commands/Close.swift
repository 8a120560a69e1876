import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework

/// `cases close`: closes a case.
struct Close: AsyncParsableCommand, Exampled {
    static let example = "cases close acme-seizure --outcome \"Acme was given back.\""

    static let configuration = CommandConfiguration(commandName: "close", abstract: "Close a case.")

    @Argument(help: "The case.", completion: .cases)
    var `case`: String

    @Option(help: ArgumentHelp("How it ended.", valueName: "text"))
    var outcome: String

    @Option(
        help: ArgumentHelp(
            "The event's id, to send the same event again.", valueName: "uuid"))
    var id: String?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func run() async throws {
        let stream = StreamName(.case, try Named.slug(`case`))
        var form = EventForm()
        form.data = ["outcome": .string(outcome)]
        let type = try Named.type(CaseClosed.type)
        let given = try EventID.given(id)
        let fresh = given == nil ? EventID.fresh() : nil
        let entry = try form.entry(in: stream, type: type, id: given ?? fresh)
        try await writing.record([entry], for: stream, announcing: fresh)
    }
}
