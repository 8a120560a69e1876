import ArgumentParser
import CanonicalJSON
import CaseModel
import Casework

/// The content of an event.
struct HappeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("When it happened.", valueName: "edtf"))
    var occurred: String?

    @Flag(help: "No source gives a date.")
    var undated = false

    @Option(help: ArgumentHelp("One sentence in your own words.", valueName: "text"))
    var summary: String?

    @Option(help: ArgumentHelp("The key that names the event in its case.", valueName: "slug"))
    var key: String?

    @Option(help: ArgumentHelp("Who acted.", valueName: "actor"), completion: .actors)
    var actor: [String] = []

    @Option(help: ArgumentHelp("Whom it was aimed at.", valueName: "actor"), completion: .actors)
    var target: [String] = []

    @Option(help: ArgumentHelp("Another participant and its role.", valueName: "role=actor"))
    var role: [String] = []

    @Option(help: ArgumentHelp("The fields of the type, as JSON.", valueName: "json"))
    var data: String?

    @Option(help: ArgumentHelp("One field of the type.", valueName: "field=value"))
    var set: [String] = []

    func validate() throws {
        guard occurred == nil || !undated else {
            throw ValidationError("--occurred and --undated contradict.")
        }
        guard data == nil || set.isEmpty else {
            throw ValidationError("Give the fields by --data or by --set, not by both.")
        }
        guard role.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("Write --role ROLE=ACTOR, as in --role owner=acme.")
        }
    }

    /// Fills in the given values.
    func fill(_ form: inout EventForm) throws {
        form.key = key
        form.summary = summary
        form.occurred = occurred.map { .at($0) } ?? (undated ? .undated : nil)
        form.participants =
            actor.map { ("actor", $0) } + target.map { ("target", $0) } + role.map(Self.split)
        form.settings = set
        form.data = try data.map { try Named.object($0) }
    }

    private static func split(_ role: String) -> (role: String, actor: String) {
        (String(role.prefix { $0 != "=" }), String(role.drop { $0 != "=" }.dropFirst()))
    }
}

/// The sources that support an event.
struct SupportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("A source, and the place in it.", valueName: "source[@place]"),
        completion: .sources)
    var source: [String] = []

    @Option(help: ArgumentHelp("Why there is no source.", valueName: "reason"))
    var noSource: String?

    func validate() throws {
        guard source.isEmpty || noSource == nil else {
            throw ValidationError("--source and --no-source contradict.")
        }
    }

    /// Fills in the given values.
    func fill(_ form: inout EventForm) {
        form.sources = source
        form.noSource = noSource
    }
}
