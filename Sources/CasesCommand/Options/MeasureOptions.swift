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
        var filter = MeasureFilter()
        filter.isInForce = inForce != nil
        for text in by { filter.by.append(try await Named.party(text, in: record)) }
        for text in against { filter.against.append(try await Named.party(text, in: record)) }
        for text in kind { filter.kinds.append(try Named.word(text, MeasureKind.self)) }
        for text in scope { filter.scopes.append(try Named.scope(text)) }
        if let caseName { filter.case = try Named.slug(caseName) }
        if let tag { filter.tag = try Named.slug(tag) }
        return filter
    }
}

extension Named {
    /// An actor, or everybody of a country.
    static func party(_ text: String, in record: CaseReader) async throws -> Party {
        guard text.lowercased().hasPrefix("country:") else {
            return .actor(try await record.actorSlug(named: text))
        }
        guard let party = Party(text) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a country",
                hint: "write country:US, with a code of ISO 3166-1")
        }
        if case .country(let country) = party, let refusal = country.refusal {
            throw CaseworkError(.usage, refusal.message, hint: refusal.hint)
        }
        return party
    }

    /// A code of a scheme.
    static func scope(_ text: String) throws(CaseworkError) -> ScopeQuery {
        guard let scope = ScopeQuery(text) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a code of a scheme",
                hint: "write the scheme, a colon and the code: hs:8542, eccn:3A090")
        }
        return scope
    }
}
