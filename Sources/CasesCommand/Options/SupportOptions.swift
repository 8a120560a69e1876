import ArgumentParser
import Casework

/// Which sources support an event.
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

    /// Fills in what was given.
    func fill(_ form: inout EventForm) {
        form.sources = source
        form.noSource = noSource
    }
}
