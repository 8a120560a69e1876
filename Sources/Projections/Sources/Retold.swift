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
    /// The sources that retell one of `origins`, directly or through others.
    func retellers(of origins: Set<SourceSlug>) -> Set<SourceSlug> {
        let retelling = Dictionary(grouping: sources.keys) { sources[$0]?.reports }
        var found: Set<SourceSlug> = []
        var next = Array(origins)
        while let origin = next.popLast() {
            next += (retelling[origin] ?? []).filter { found.insert($0).inserted }
        }
        return found
    }
}
