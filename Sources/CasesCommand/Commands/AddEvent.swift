import ArgumentParser
import CaseModel
import Casework

/// `cases add-event`: records one event.
struct AddEvent: AsyncParsableCommand, Exampled {
    static let example = """
        cases add-event acme-seizure control.taken --key seizure \\
                   --occurred 2031-04-02 --actor nl-economy-ministry --target acme \\
                   --summary "The ministry takes control of Acme." --set asset=acme \\
                   --source "gazette-2031-04-02@paragraph 2"
        """

    static let configuration = CommandConfiguration(
        commandName: "add-event",
        abstract: "Record one event of a case.",
        discussion: """
            Types and their fields: cases types. Dates are EDTF (ISO 8601-2): 2031-04-02, 2031-04, \
            2031-04~, '[2031-04-02..2031-04-12]'. The same event sent twice is recorded once.
            """)

    @Argument(help: "The case.", completion: .cases)
    var `case`: String

    @Argument(help: "The type: see cases types.", completion: .types)
    var type: String

    @OptionGroup(title: "What happened")
    var happening: HappeningOptions

    @OptionGroup(title: "Who says so")
    var support: SupportOptions

    @OptionGroup(title: "In answer to what")
    var links: LinkOptions

    @Option(
        help: ArgumentHelp(
            "Record only if the case is at this version; 0: not there yet.", valueName: "n"))
    var expectVersion: Int64?

    @Option(
        help: ArgumentHelp(
            "The event's id, to send the same event again.", valueName: "uuid"))
    var id: String?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func run() async throws {
        let stream = StreamName(.case, try Named.slug(`case`))
        let given = try EventID.given(id)
        let fresh = given == nil && happening.key == nil ? EventID.fresh() : nil
        let entry = try form().entry(in: stream, type: try Named.type(type), id: given ?? fresh)
        try await writing.record([entry], for: stream, expecting: expectVersion, announcing: fresh)
    }

    private func form() throws -> EventForm {
        var form = EventForm()
        try happening.fill(&form)
        support.fill(&form)
        try links.fill(&form)
        return form
    }
}
