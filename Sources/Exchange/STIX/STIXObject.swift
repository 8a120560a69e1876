import CanonicalJSON
import CaseModel

/// The ids and times of STIX 2.1 objects: reproducible, so that an export twice is the same.
enum STIXObject {
    /// The members that every object has.
    ///
    /// - Parameters:
    ///   - type: The type of the object.
    ///   - name: What its id is derived from.
    ///   - event: The event that it is made from.
    ///   - modified: When that event was corrected last, by which a reader knows a newer version.
    /// - Returns: The members.
    static func members(
        _ type: String, _ name: String, from event: Event, modified: Instant? = nil
    ) -> JSONObject {
        [
            "type": .string(type), "spec_version": "2.1", "id": .string(id(type, name)),
            "created": .string(time(event.recordedAt)),
            "modified": .string(time(modified ?? event.recordedAt)),
        ]
    }

    /// An id derived from a name by UUIDv5, as RFC 9562 and STIX allow for what is not random.
    static func id(_ type: String, _ name: String) -> String {
        "\(type)--\(EventID(name: "stix/\(type)/\(name)").text)"
    }

    /// An instant cut to milliseconds: STIX demands exactly three digits.
    private static func time(_ instant: Instant) -> String {
        let text = instant.text
        let parts = text.dropLast().split(separator: ".")
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return "\(parts[0]).\((fraction + "000").prefix(3))Z"
    }

    /// The id of the extension that carries a whole event.
    static let extensionID = id("extension-definition", "event/1")
    /// The id of who speaks.
    static let recordID = id("identity", "cases")

    /// The extension of an object that was made from an event: the event, whole.
    static func extensions(_ event: Event) -> JSONValue {
        .object(
            JSONObject(
                extensionID,
                [
                    "extension_type": "property-extension", "event": .string(event.name),
                    "event_id": .string(event.id.text), "event_type": .string(event.type.name),
                    "stream": .string(event.stream.text), "version": .integer(event.version),
                    "position": .integer(event.position),
                    "recorded_at": .string(event.recordedAt.text),
                    "body": .string(event.canonicalBody),
                ]))
    }
}

extension JSONObject {
    /// An object with one member.
    init(_ name: String, _ value: JSONValue) {
        self.init()
        self[name] = value
    }
}
