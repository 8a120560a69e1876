public import CanonicalJSON
public import CaseModel

extension JSONObject {
    /// The answer with the requested clocks.
    public func answered(by clocks: Clocks) -> JSONObject {
        var answer = self
        answer["as_of"] = clocks.asOf.map { .string($0.text) }
        answer["published_by"] = clocks.publishedBy.map { .string($0.text) }
        return answer
    }

    /// The answer with the requested clocks, the undated sources that are placed by the day on
    /// which they were recorded, the sources that may or may not have been published by then, the
    /// actors shown under another name, the withdrawn sources, and the erased registrations.
    public func answered(by clocks: Clocks, _ registers: Registers) -> JSONObject {
        var answer = answered(by: clocks)
        let merged = registers.mergedActors
        if !merged.isEmpty { answer["merged_actors"] = .array(merged.map(\.answer)) }
        let withdrawn = registers.withdrawnSources
        if !withdrawn.isEmpty { answer["withdrawn_sources"] = .slugs(withdrawn) }
        if !registers.erased.isEmpty {
            answer["erased_registrations"] = .array(registers.erased.map(\.json))
        }
        if let day = clocks.publishedBy {
            answer["undated_sources"] = .slugs(registers.undatedSources)
            answer["doubtful_sources"] = .slugs(registers.sources(doubtfulBy: day))
        }
        return answer
    }

    /// A row, marked if it is only possible under the requested clocks.
    public func marked(certain isCertain: Bool) -> JSONValue {
        var row = self
        if !isCertain { row["certain"] = false }
        return .object(row)
    }
}

/// A merged actor, which is shown under the name of another.
public struct MergedActor: Hashable, Sendable {
    /// The actor as it was recorded.
    public let actor: ActorSlug
    /// The surviving actor.
    public let into: ActorSlug

    fileprivate var answer: JSONValue {
        ["actor": .string(actor.slug.text), "into": .string(into.slug.text)]
    }
}

extension Registers {
    /// The merged actors, in order of their slugs.
    public var mergedActors: [MergedActor] {
        merges.merged.map { MergedActor(actor: $0, into: merges.survivor(of: $0)) }
    }

    /// The sources that were withdrawn, in order of their slugs.
    public var withdrawnSources: [SourceSlug] { withdrawn.sorted() }

    /// The undated sources, in order of their slugs.
    public var undatedSources: [SourceSlug] {
        sources.filter { $0.value.published == nil }.map(\.key).sorted()
    }

    /// The sources that may or may not have been published by a date, in order of their slugs.
    public func sources(doubtfulBy date: EDTFDate) -> [SourceSlug] {
        sources.filter { $0.value.published?.began(by: date) == .unknown }.map(\.key).sorted()
    }
}
