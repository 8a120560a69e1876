package import CanonicalJSON
package import CaseModel

extension EventForm {
    /// The first event of a register or case.
    ///
    /// - Parameters:
    ///   - stream: the thing.
    ///   - data: what is known of it.
    /// - Returns: the entry, not yet checked.
    /// - Throws: `CaseworkError` where the language has no such type, which is a fault of ours.
    package static func first(
        of stream: StreamName, data: JSONObject
    ) throws -> Entry {
        let type = try EventType.known(stream.kind.firstType)
        var form = EventForm()
        form.key = stream.kind.firstKey
        form.data = data
        return try form.entry(in: stream, type: type, id: nil)
    }
}
