import ArgumentParser
import CaseModel
import Casework
import CommandSupport
import Wording

/// `cases types`: lists the event types of the language.
struct Types: ParsableCommand, Exampled {
    static let example = "cases types control.taken"

    static let configuration = CommandConfiguration(
        commandName: "types",
        abstract: "List the event types, or describe one with its fields and an example.")

    @Argument(help: "The type; all of them if omitted.", completion: .types)
    var type: String?

    @Flag(help: "Answer in JSON.")
    var json = false

    func run() throws {
        guard let type else {
            let view = TypeList(types: EventType.all)
            return try Console.write(json ? [view.json.line] : view.lines.flatMap { fitted($0) })
        }
        let view = TypeView(type: try Named.type(type))
        try Console.write(json ? [view.json.line] : view.lines)
    }
}
