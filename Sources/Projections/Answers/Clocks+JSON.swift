public import CanonicalJSON
public import CaseModel

extension JSONObject {
    /// The answer with the clocks that were asked.
    public func answered(by clocks: Clocks) -> JSONObject {
        var answer = self
        answer["as_of"] = clocks.asOf.map { .string($0.text) }
        answer["published_by"] = clocks.publishedBy.map { .string($0.text) }
        return answer
    }

    /// The answer with the clocks that were asked, the undated sources that one of them had to place
    /// by the day on which they were recorded, and those that only may have been published by then;
    /// the actors that it shows under the name of another one, and the sources that were withdrawn.
    public func answered(by clocks: Clocks, _ registers: Registers) -> JSONObject {
        var answer = answered(by: clocks)
        let merged = registers.mergedActors
        if !merged.isEmpty { answer["merged_actors"] = .array(merged.map(\.answer)) }
        let withdrawn = registers.withdrawnSources
        if !withdrawn.isEmpty { answer["withdrawn_sources"] = .slugs(withdrawn) }
        if let day = clocks.publishedBy {
            answer["undated_sources"] = .slugs(registers.undatedSources)
            answer["doubtful_sources"] = .slugs(registers.sources(doubtfulBy: day))
        }
        return answer
    }

    /// A row that only may be so by the clocks, marked; a certain one as it is.
    public func marked(certain isCertain: Bool) -> JSONValue {
        var row = self
        if !isCertain { row["certain"] = false }
        return .object(row)
    }
}

/// An actor that is shown under the name of another one.
public struct MergedActor: Hashable, Sendable {
    /// The actor as it was recorded.
    public let actor: ActorSlug
    /// The actor that it turned out to be.
    public let into: ActorSlug

    fileprivate var answer: JSONValue {
        ["actor": .string(actor.slug.text), "into": .string(into.slug.text)]
    }
}

extension Registers {
    /// The actors that turned out to be another one, in order of their slugs.
    public var mergedActors: [MergedActor] {
        merges.merged.map { MergedActor(actor: $0, into: merges.survivor(of: $0)) }
    }

    /// The sources that were withdrawn, in order of their slugs.
    public var withdrawnSources: [SourceSlug] { withdrawn.sorted() }

    /// The sources that bear no date, in order of their slugs.
    public var undatedSources: [SourceSlug] {
        sources.filter { $0.value.published == nil }.map(\.key).sorted()
    }

    /// The sources that may have been published by a date, or not, in order of their slugs.
    public func sources(doubtfulBy date: EDTFDate) -> [SourceSlug] {
        sources.filter { $0.value.published?.began(by: date) == .unknown }.map(\.key).sorted()
    }
}
