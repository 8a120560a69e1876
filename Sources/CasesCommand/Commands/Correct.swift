import ArgumentParser
import CaseModel
import Casework

/// `cases correct`: corrects a recorded event.
struct Correct: AsyncParsableCommand, Exampled {
    static let example = """
        cases correct acme-seizure/seizure --set occurred=2031-04-03 \\
                   --reason misreading --source "gazette-2031-04-02@paragraph 2"
        """

    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Correct an event; the original stays in the log.",
        discussion: """
            An event is named CASE/KEY, CASE#VERSION, actor/SLUG/registered, or by id. A path is \
            occurred, summary, actors, claims, links or a field of the event's type; its value has \
            the form of the field, and null takes the field away. A correction can itself be \
            corrected or retracted.
            """)

    @Argument(help: "The event.", completion: .events)
    var event: String

    @Option(help: ArgumentHelp("A field and its corrected value.", valueName: "path=value"))
    var set: [String] = []

    @Option(
        help: "\(CorrectionReason.spellings.joined(separator: ", ")).",
        completion: .words(CorrectionReason.self))
    var reason: String

    @Option(help: ArgumentHelp("Further remarks.", valueName: "text"))
    var note: String?

    @OptionGroup(title: "Who says so")
    var support: SupportOptions

    @OptionGroup(title: "Where and how")
    var amending: AmendingOptions

    func validate() throws {
        guard !set.isEmpty else {
            throw ValidationError("Say what is corrected: --set occurred=2031-04-03.")
        }
        guard !support.source.isEmpty || support.noSource != nil else {
            throw ValidationError("Give --source SOURCE or --no-source REASON.")
        }
    }

    func run() async throws {
        let name = try Named.event(event)
        var form = CorrectionForm(
            settings: set, reason: try Named.word(reason, CorrectionReason.self), note: note)
        form.sources = support.source
        form.noSource = support.noSource
        try await amending.amend { [form] record, id in
            try await record.corrector.correction(of: name, named: event, by: form, id: id)
        }
    }
}
