package import CanonicalJSON
package import CaseModel

/// One event as it stands in an input, not yet checked.
package struct Entry: Sendable {
    /// The thing that it belongs to.
    package let stream: StreamName
    /// Its type.
    package let type: EventType
    /// Its id, where one is given.
    package let id: EventID?
    /// The members of its body.
    package let members: JSONObject
    /// Where it was written.
    package let origin: Origin

    /// The event, read; throws every fault at its place.
    package func draft() throws(CaseworkError) -> Draft {
        do throws(Faults) {
            return try Draft(stream: stream, type: type, id: id, json: members)
        } catch {
            throw .refused(error.all.map { LocatedFault($0, in: origin) })
        }
    }
}
