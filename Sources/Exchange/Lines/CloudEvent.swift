package import CanonicalJSON
package import CaseModel

/// A recorded event as a CloudEvent (CloudEvents 1.0.2, JSON format).
///
/// `time` is when it was recorded: what happened is dated vaguely, or not at all, and is in `data`.
package struct CloudEvent: Sendable {
    /// The event in the JSON format.
    package let json: JSONValue
    /// The event.
    let event: Event

    /// Creates the CloudEvent of an event.
    ///
    /// - Parameters:
    ///   - event: As recorded; of an erased one only its place is left.
    ///   - leaf: Its leaf in the log, in hexadecimal.
    ///   - source: Identifies the record: a URI.
    package init(_ event: Event, leaf: String, source: String) {
        var members: JSONObject = [
            "specversion": "1.0", "id": .string(event.id.text), "source": .string(source),
            "type": .string("cases." + event.type.name), "subject": .string(event.name),
            "time": .string(event.recordedAt.text),
            "sequence": .string(CloudEvent.sequence(event.position)),
            "stream": .string(event.stream.text), "streamversion": .string(String(event.version)),
            "recordedby": .string(event.recordedBy), "leaf": .string(leaf),
        ]
        if event.isErased {
            members["erased"] = true
        } else {
            members["datacontenttype"] = "application/json"
            members["data"] = .object(event.json)
        }
        json = .object(members)
        self.event = event
    }

    /// The position with nineteen digits, so that texts sort as numbers do.
    private static func sequence(_ position: Int64) -> String {
        let digits = String(position)
        return String(repeating: "0", count: max(0, 19 - digits.count)) + digits
    }
}
