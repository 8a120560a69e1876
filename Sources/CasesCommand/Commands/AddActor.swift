import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework

/// `cases add-actor`: registers an actor.
struct AddActor: AsyncParsableCommand, Exampled {
    static let example = """
        cases add-actor acme --name "Acme Semiconductors" \\
                   --type company --country NL
        """

    static let configuration = CommandConfiguration(
        commandName: "add-actor",
        abstract: "Register an actor: a state, agency, court, company, person …")

    @Argument(help: "The slug that events refer to it by.")
    var actor: String

    @Option(help: "The name.")
    var name: String

    @Option(
        help: "What kind of actor: see cases types actor.registered.",
        completion: .words(ActorType.self))
    var type: String

    @Option(help: "The country, by ISO 3166-1: NL.")
    var country: String?

    @Option(help: "Another name.")
    var also: [String] = []

    @OptionGroup(title: "Where and how")
    var writing: WritingOptions

    func run() async throws {
        let stream = StreamName(.actor, try Named.slug(actor))
        var data: JSONObject = ["name": .string(name), "type": .string(type)]
        data["country"] = country.map(JSONValue.string)
        data["also"] = .array(also.map(JSONValue.string))
        try await writing.record([try EventForm.first(of: stream, data: data)])
    }
}
