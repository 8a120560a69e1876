public import CanonicalJSON
public import CaseModel

/// Something that rests on sources alone which retell what was withdrawn.
public struct Retold: Hashable, Sendable {
    /// What rests on them.
    public let assertion: Assertion
    /// The sources that are left, in order of their slugs.
    public let sources: [SourceSlug]

    /// As programs read it.
    public var answer: JSONObject {
        var members = assertion.answer
        members["with"] = .slugs(sources)
        return members
    }
}

extension Registers {
    /// The sources that a source retells, directly or through others; not itself.
    func retold(by source: SourceSlug) -> Set<SourceSlug> {
        var found: Set<SourceSlug> = []
        var next = sources[source]?.reports
        while let origin = next, origin != source, found.insert(origin).inserted {
            next = sources[origin]?.reports
        }
        return found
    }
}
