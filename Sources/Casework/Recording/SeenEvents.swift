import CanonicalJSON
import CaseModel

/// Finds an event that stands twice in an input with different content.
///
/// The same event twice is no fault: the second is a replay of the first.
struct SeenEvents {
    private var seen: [EventID: (draft: Draft, origin: Origin)] = [:]

    /// Takes one more event; throws where another with its id says something else.
    mutating func take(_ draft: Draft, origin: Origin) throws(CaseworkError) {
        guard let first = seen[draft.id] else {
            seen[draft.id] = (draft, origin)
            return
        }
        guard (first.draft.stream, first.draft.type) == (draft.stream, draft.type),
            first.draft.bytes == draft.bytes
        else {
            throw .refused([LocatedFault(fault(draft, first.origin), in: origin)])
        }
    }

    private func fault(_ draft: Draft, _ first: Origin) -> Fault {
        let place = first.place(of: .root)
        let line = place.line.map { ", line \($0)" } ?? ""
        return Fault(
            at: .root.appending(draft.body.key == nil ? "id" : "key"),
            "another event of the input has it, with other content",
            hint: "the first is in \(place.file ?? "the same input")\(line); give each its own")
    }
}
