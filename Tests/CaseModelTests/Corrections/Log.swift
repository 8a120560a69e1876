import CanonicalJSON
import CaseModel
import Testing

/// A log in memory: events get positions and versions as they are added.
struct Log {
    private(set) var events: [Event] = []

    /// Adds an event with a key to a stream, recorded so many days after 1 January 1970.
    mutating func add(
        _ name: String, _ key: String, _ members: JSONObject, in stream: String = "case/acme",
        on day: Int64 = 0
    ) throws {
        let stream = try CaseModelTests.stream(stream)
        var json = members
        json["key"] = .string(key)
        events.append(
            try Event(
                position: Int64(events.count + 1),
                id: EventID(stream: stream, key: try #require(Slug(key))), stream: stream,
                version: Int64(events.count { $0.stream == stream } + 1),
                type: try eventType(name), recordedAt: Instant(microseconds: day * 86_400_000_000),
                recordedBy: "writer/anna", json: json))
    }

    /// Adds a note.
    mutating func note(_ key: String, _ text: String) throws {
        try add("note.added", key, ["data": ["text": .string(text)]])
    }

    /// Adds a correction of an event.
    mutating func correct(
        _ event: String, as key: String, _ set: JSONObject, in stream: String = "case/acme"
    ) throws {
        try add(
            "event.corrected", key,
            [
                "no_source": "a slip",
                "data": ["event": .string(event), "set": .object(set), "reason": "typo"],
            ], in: stream)
    }

    /// Adds a retraction of an event.
    mutating func retract(
        _ event: String, as key: String, in stream: String = "case/acme"
    ) throws {
        try add(
            "event.retracted", key, ["data": ["event": .string(event), "reason": "wrong"]],
            in: stream)
    }

    /// The event with this key as it stands.
    func standing(_ key: String) throws -> EffectiveEvent {
        try #require(try effective(events).first { $0.event.body.key?.text == key })
    }

    /// The text of the note with this key; nil where it was retracted.
    func text(_ key: String) throws -> String? {
        let standing = try standing(key)
        guard standing.retraction == nil else { return nil }
        return standing.event.json["data"]?.object?["text"]?.string
    }
}
