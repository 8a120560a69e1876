import CaseModel
import Projections

extension CaseReader {
    /// What carries which tag; empty without a tag, so that nothing is read in vain.
    ///
    /// A tag may be recorded in any stream, so that all cases and measures are read.
    ///
    /// - Throws: An error if nothing carries the tag, with the closest one that something carries.
    func tags(requiring tag: Slug?) async throws -> Tags {
        guard let tag else { return Tags() }
        let tags = Tags(
            try await eventsOfAllCases().merged(with: try await known(in: .measure)))
        guard !tags.all.contains(tag) else { return tags }
        let nearest = nearestWord(to: tag.text, among: tags.all.map(\.text).sorted())
        throw CaseworkError(
            .notFound, "nothing is tagged \(quoted(tag.text))",
            hint: nearest.map { "did you mean \(quoted($0))?" }
                ?? "a tag is added by an event of the type tag.added")
    }
}
