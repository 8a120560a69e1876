public import CanonicalJSON
public import CaseModel

/// `cases.sources/1`: what depends on sources, alone or with others.
public struct SourcesAnswer: Answer {
    /// The sources, in order of their slugs.
    public let sources: [SourceUse]
    /// Whether the dependents are listed, not only counted.
    public let isDetailed: Bool
    /// The position up to which the log was read.
    public let knownAt: Int64
    /// All sources behind the answer.
    public let registers: Registers
    /// The requested clocks.
    public let clocks: Clocks

    /// An answer as of a position.
    public init(
        sources: [SourceUse], isDetailed: Bool, knownAt: Int64, registers: Registers,
        clocks: Clocks = .none
    ) {
        self.sources = sources
        self.isDetailed = isDetailed
        self.knownAt = knownAt
        self.registers = registers
        self.clocks = clocks
    }

    /// The answer in the JSON form of its contract.
    public var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.sources/1", "known_at": .integer(knownAt),
            "sources": .array(rows),
        ]
        return .object(answer.answered(by: clocks, registers))
    }

    /// The sources one by one.
    public var rows: [JSONValue] {
        sources.map { use in
            var row = use.answer
            row["sha256"] = (use.source.sha256?.text).map(JSONValue.string)
            if isDetailed { row["rests"] = .array(use.rests.map(\.answer)) }
            return .object(row)
        }
    }
}

extension SourceUse {
    fileprivate var answer: JSONObject {
        [
            "source": .string(slug.slug.text), "title": .optional(source.title),
            "publisher": .optional(source.publisher), "published": source.published.answer,
            "grade": .optional(source.grade?.text),
            "reports": .optional(source.reports?.slug.text), "withdrawn": .bool(isWithdrawn),
            "events": .integer(Int64(all.events)), "claims": .integer(Int64(all.claims)),
            "links": .integer(Int64(all.links)), "alone": alone.answer,
        ]
    }
}

extension SourceUse.Tally {
    fileprivate var answer: JSONValue {
        [
            "events": .integer(Int64(events)), "claims": .integer(Int64(claims)),
            "links": .integer(Int64(links)),
        ]
    }
}

extension Rest {
    fileprivate var answer: JSONValue {
        var members = assertion.answer
        members["alone"] = .bool(isAlone)
        members["with"] = .strings(
            others.map(\.slug.text) + (hasAnalyst ? [Asserter.analyst.text] : []))
        members["same_origin"] = .slugs(sameOrigin)
        return .object(members)
    }
}
