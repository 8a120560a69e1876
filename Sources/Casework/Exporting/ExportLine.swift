package import CanonicalJSON
import CaseModel
import Digest
import EventLog

/// A line of an export: an import line with the event's place in the log added.
package struct ExportLine: Sendable {
    /// The line's object.
    package let json: JSONValue

    /// The line of a stored event.
    ///
    /// - Throws: an event whose body was erased or is no JSON; none is left out silently.
    init(_ event: StoredEvent) throws(CaseworkError) {
        var members = try Event.document(of: event).root.object ?? [:]
        members["stream"] = .string(event.stream)
        members["id"] = .string(event.id.text)
        members["type"] = .string(event.type)
        members["position"] = .integer(event.position)
        members["version"] = .integer(event.version)
        members["recorded_at"] = .string(event.recordedAt.text)
        members["recorded_by"] = .string(event.recordedBy)
        members["leaf"] = .string(event.leaf.hexadecimal)
        json = .object(members)
    }
}
