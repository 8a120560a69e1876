import CaseModel
package import Projections

/// Which measures are asked for, as people write it.
package struct MeasureQuestion: Sendable {
    private let isInForce: Bool
    private let by: [String]
    private let against: [String]
    private let kinds: [String]
    private let scopes: [String]
    private let `case`: String?
    private let tag: String?

    /// Creates a question; a condition that is not given excludes nothing.
    package init(
        isInForce: Bool = false, by: [String] = [], against: [String] = [], kinds: [String] = [],
        scopes: [String] = [], case: String? = nil, tag: String? = nil
    ) {
        self.isInForce = isInForce
        (self.by, self.against, self.kinds, self.scopes) = (by, against, kinds, scopes)
        (self.case, self.tag) = (`case`, tag)
    }

    /// The measures that are asked for.
    ///
    /// - Throws: An error for a text that means nothing, with the closest one that does.
    package func filter(_ record: CaseReader) async throws -> MeasureFilter {
        var filter = MeasureFilter()
        filter.isInForce = isInForce
        for text in by { filter.by.append(try await Named.party(text, in: record)) }
        for text in against { filter.against.append(try await Named.party(text, in: record)) }
        for text in kinds { filter.kinds.append(try Named.word(text, MeasureKind.self)) }
        for text in scopes { filter.scopes.append(try Named.scope(text)) }
        if let text = `case` { filter.case = try Named.slug(text) }
        if let tag { filter.tag = try Named.slug(tag) }
        return filter
    }
}

extension Named {
    /// An actor, or everybody of a country.
    package static func party(_ text: String, in record: CaseReader) async throws -> Party {
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
    package static func scope(_ text: String) throws(CaseworkError) -> ScopeQuery {
        guard let scope = ScopeQuery(text) else {
            throw CaseworkError(
                .usage, "\(quoted(text)) is not a code of a scheme",
                hint: "write the scheme, a colon and the code: hs:8542, eccn:3A090")
        }
        return scope
    }
}
