import ArgumentParser
import CaseModel
import Casework

/// `cases retract`: retracts a recorded event.
struct Retract: AsyncParsableCommand, Exampled {
    static let example = "cases retract acme-seizure/warning --reason \"It was another company.\""

    static let configuration = CommandConfiguration(
        commandName: "retract",
        abstract: "Retract an event; it stays in the log but no longer counts.",
        discussion: """
            An event is named CASE/KEY, CASE#VERSION, actor/SLUG/registered, or by id. To undo a \
            correction, a retraction or the withdrawal of a source, retract it.
            """)

    @Argument(help: "The event.", completion: .events)
    var event: String

    @Option(help: ArgumentHelp("Why it no longer counts.", valueName: "text"))
    var reason: String

    @OptionGroup(title: "Where and how")
    var amending: AmendingOptions

    func run() async throws {
        let name = try Named.event(event)
        try await amending.amend { record, id in
            try await record.corrector.retraction(of: name, named: event, reason: reason, id: id)
        }
    }
}
