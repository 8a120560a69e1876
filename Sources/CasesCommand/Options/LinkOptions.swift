import ArgumentParser
import CaseModel
import Casework

/// How an event is related to earlier ones.
struct LinkOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The event that it retaliates for.", valueName: "event"),
        completion: .events)
    var retaliatesFor: [String] = []

    @Option(
        help: ArgumentHelp("The event that it responds to.", valueName: "event"),
        completion: .events)
    var respondsTo: [String] = []

    @Option(help: ArgumentHelp("Any relation to an earlier event.", valueName: "relation=event"))
    var link: [String] = []

    @Option(
        help: "explicit, inferred or temporal; else inferred (follows: temporal).",
        completion: .words(Basis.self))
    var basis: String?

    @Option(
        help: ArgumentHelp(
            "An ICD-203 term: unlikely, likely, very_likely …", valueName: "term"),
        completion: .words(Likelihood.self))
    var likelihood: String?

    func validate() throws {
        guard link.allSatisfy({ $0.contains("=") }) else {
            throw ValidationError("Write --link RELATION=EVENT, as in --link follows=acme/seizure.")
        }
        guard !(retaliatesFor + respondsTo + link).isEmpty || basis == nil && likelihood == nil
        else {
            throw ValidationError(
                "--basis and --likelihood are those of a link: give --retaliates-for too, "
                    + "--responds-to or --link.")
        }
    }

    /// Fills in the given values.
    func fill(_ form: inout EventForm) throws {
        let basis = try basis.map { try Named.word($0, Basis.self) }
        let likelihood = try likelihood.map { try Named.word($0, Likelihood.self) }
        let responds = Relation.respondsTo.rawValue
        let named: [(String, Mode?, String)] =
            retaliatesFor.map { (responds, .retaliatesFor, $0) }
            + respondsTo.map { (responds, nil, $0) }
            + link.map { (String($0.prefix { $0 != "=" }), nil, Self.event(in: $0)) }
        form.links = named.map {
            LinkForm(relation: $0, mode: $1, to: $2, basis: basis, likelihood: likelihood)
        }
    }

    private static func event(in link: String) -> String {
        String(link.drop { $0 != "=" }.dropFirst())
    }
}
