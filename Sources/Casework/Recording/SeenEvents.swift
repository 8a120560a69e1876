import CanonicalJSON
import CaseModel

/// Finds events that occur twice in an input with different content.
///
/// The same event twice is not a fault: the second is a duplicate of the first. Only a digest and a
/// place are kept, so that a long input needs little memory; if two digests were equal by chance,
/// the log would refuse the event.
struct SeenEvents {
    private var seen: [EventID: (content: Int, place: Place)] = [:]

    /// Adds an event; throws if another event with its id has other content.
    ///
    /// Returns whether it is the first with its id.
    @discardableResult
    mutating func take(_ draft: Draft, origin: Origin) throws(CaseworkError) -> Bool {
        let content = SeenEvents.digest(of: draft)
        guard let first = seen[draft.id] else {
            seen[draft.id] = (content, origin.line)
            return true
        }
        guard first.content != content else { return false }
        throw .refused([LocatedFault(SeenEvents.fault(draft, first.place), in: origin)])
    }

    private static func digest(of draft: Draft) -> Int {
        var hasher = Hasher()
        hasher.combine(draft.stream)
        hasher.combine(draft.type)
        hasher.combine(draft.bytes)
        return hasher.finalize()
    }

    private static func fault(_ draft: Draft, _ first: Place) -> Fault {
        let line = first.line.map { ", line \($0)" } ?? ""
        let key = draft.body.key
        let name = key.map { EventReference.keyed(draft.stream, $0).description } ?? draft.id.text
        return Fault(
            at: .root.appending(key == nil ? "id" : "key"),
            "another event of the input is called \(name), with other content",
            hint:
                "the first is in \(first.file ?? "the same input")\(line); record the second with "
                + "cases import --as-corrections, or give each \(key == nil ? "an id" : "a key") "
                + "of its own")
    }
}

extension Origin {
    /// The line on which the entry begins, without parsing it again.
    fileprivate var line: Place {
        if case .line(let file, let number, _) = self { return Place(file: file, line: number) }
        return place(of: .root)
    }
}
