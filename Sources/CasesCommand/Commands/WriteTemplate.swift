import ArgumentParser
import CaseModel
import Casework
import CommandSupport

/// `cases new`: prints a case file to fill in.
struct WriteTemplate: ParsableCommand, Exampled {
    static let example = "cases new acme-seizure > acme-seizure.yaml"

    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Print a case file to fill in.",
        discussion: """
            What must be given has no value yet: cases import --dry-run lists what is still \
            missing. cases schema prints the schema by which an editor completes the file.
            """)

    @Argument(help: "The case: a short name of small letters, digits and hyphens.")
    var `case`: String

    @Option(
        help: "Write an event of this type, with its fields; may be repeated.", completion: .types)
    var type: [String] = []

    func run() throws {
        var types: [EventType] = []
        for name in type { types.append(try Named.type(name)) }
        if let other = types.first(where: { !CaseTemplate.types.contains($0) }) {
            throw ValidationError("\(other.name) cannot stand among the events of a case file.")
        }
        try Console.write(text: CaseTemplate(for: try Named.slug(`case`), types: types).text)
    }
}
