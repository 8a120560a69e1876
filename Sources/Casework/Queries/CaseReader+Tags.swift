import CaseModel
import Projections

extension CaseReader {
    /// What carries which tag; empty, and nothing is read, if no tag is asked for.
    ///
    /// A tag may be recorded in any stream, so that all of them are read.
    ///
    /// - Throws: An error if nothing carries the tag, with the closest one that something carries.
    func tags(requiring tag: Slug?) async throws -> Tags {
        guard let tag else { return Tags() }
        var events = try await eventsOfAllCases()
        for kind in StreamName.Kind.allCases where kind != .case {
            events += try await known(in: kind)
        }
        let tags = Tags(events.sorted { $0.event.position < $1.event.position })
        guard !tags.all.contains(tag) else { return tags }
        let nearest = nearestWord(to: tag.text, among: tags.all.map(\.text).sorted())
        throw CaseworkError(
            .notFound, "nothing is tagged \(quoted(tag.text))",
            hint: nearest.map { "did you mean \(quoted($0))?" }
                ?? "a tag is added by an event of the type tag.added")
    }
}
