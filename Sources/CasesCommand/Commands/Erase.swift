import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework
import CommandSupport
import Logging

/// `cases erase`: erases the content of an event.
struct Erase: AsyncParsableCommand, Exampled {
    static let example = "cases erase acme-seizure/warning --reason \"court order 12/31\" --yes"

    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erase what an event says, where a law requires it; it cannot be undone.",
        discussion: """
            Only the owner of the workspace may erase. The event keeps its place, its header and its \
            proofs, and every answer says that it was erased, when and why. To take back something \
            that is wrong, retract it instead. Events that name it, such as corrections, may repeat it: \
            they are listed, and erased one by one. Pages of tables, backups and exports keep their \
            copies until they are cleared: see Docs/stored-bytes.md.
            """)

    @Argument(help: "The event.", completion: .events)
    var event: String

    @Option(
        help: ArgumentHelp(
            "Why; it stays in the record, so it must not repeat what is erased.", valueName: "text")
    )
    var reason: String

    @Flag(help: "Erase; without it, show what would be recorded and erase nothing.")
    var yes = false

    @Option(
        help: ArgumentHelp(
            "The id of what is recorded, to send the same again.", valueName: "uuid"))
    var id: String?

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func run() async throws {
        let name = try Named.event(event)
        let given = try EventID.given(id)
        let own = given ?? EventID.fresh()
        let record = try await writing.database.choice().open(for: .owning)
        let draft = try await record.eraser.draft(of: name, named: event, reason: reason, id: own)
        let others = try await record.reader.events(naming: name)
        if !others.isEmpty {
            let names = others.map(\.description).joined(separator: ", ")
            Logger.current.warning(
                "these events name it and are not erased; look whether they repeat it: \(names)")
        }
        guard yes, !writing.dryRun else {
            let lines =
                DraftView(draft: draft).lines + ["Nothing was erased: add --yes to erase it."]
            return try Console.answer(
                .object(DraftView.answer([draft])), isJSON: writing.json, lines)
        }
        if given == nil { Console.complain(["id \(own)"]) }
        try writing.show(
            try await record.eraser.erase(name, recording: draft, by: writing.name))
    }
}
