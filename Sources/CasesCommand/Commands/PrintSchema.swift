import ArgumentParser
import Casework
import CommandSupport
import Wording

/// `cases schema`: prints the JSON Schema of what can be imported.
struct PrintSchema: ParsableCommand, Exampled {
    static let example = "cases schema > case-file.schema.json"

    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of case files, or of a line of JSON Lines.",
        discussion: """
            For editors, which complete by it and mark faults while a case file is written. What \
            refers to what, and whether a day exists, is checked by cases import --dry-run.
            """)

    @Argument(help: "case-file or line.")
    var subject = InputSchema.caseFile

    func run() throws {
        try Console.write([subject.json.line])
    }
}

extension InputSchema: ExpressibleByArgument {}
