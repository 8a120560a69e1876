import ArgumentParser
import CaseModel
import Casework
import Projections

/// Which measures `cases measures` lists.
struct MeasureOptions: ParsableArguments {
    @Option(help: ArgumentHelp("In force then, certainly or perhaps.", valueName: "edtf"))
    var inForce: String?

    @Option(help: ArgumentHelp("Imposed by an actor, or country:XX.", valueName: "party"))
    var by: [String] = []

    @Option(help: ArgumentHelp("Aimed at an actor, or country:XX.", valueName: "party"))
    var against: [String] = []

    @Option(help: "Of this kind.")
    var kind: [String] = []

    @Option(help: ArgumentHelp("Covering a code: hs:8542.", valueName: "scheme:code"))
    var scope: [String] = []

    @Option(name: .customLong("case"), help: "Named in this case.", completion: .cases)
    var caseName: String?

    @Option(help: "Tagged so, or named in a case tagged so.")
    var tag: String?

    /// Throws if the options do not go together.
    func validate(measure: String?, asOf: String?) throws {
        let isFiltered =
            inForce != nil || caseName != nil || tag != nil
            || ![by, against, kind, scope].allSatisfy(\.isEmpty)
        guard measure == nil || !isFiltered else {
            throw ValidationError("One measure is shown whole: leave out what selects measures.")
        }
        guard inForce == nil || asOf == nil else {
            throw ValidationError("--in-force DATE is as of that day: leave out --as-of.")
        }
    }

    /// The measures that are asked for.
    func filter(_ record: CaseReader) async throws -> MeasureFilter {
        try await MeasureQuestion(
            isInForce: inForce != nil, by: by, against: against, kinds: kind, scopes: scope,
            case: caseName, tag: tag
        ).filter(record)
    }
}
