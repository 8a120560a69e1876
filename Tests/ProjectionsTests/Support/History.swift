import CanonicalJSON
import CaseModel
import Projections
import Testing

/// A made-up record, told event by event: `try History().source("gazette").took("seizure", …)`.
struct History {
    /// The events in order of position.
    private(set) var events: [Event] = []
    /// The case that happenings stand in.
    private var slug = "acme"

    /// Adds an event to a stream.
    func adding(
        _ name: String, _ key: String?, _ members: JSONObject, in stream: String
    ) throws -> History {
        let stream = try #require(StreamName(stream))
        var json = members
        json["key"] = key.map(JSONValue.string)
        let position = Int64(events.count + 1)
        let unkeyed = EventID(
            milliseconds: UInt64(position), random: [UInt8](repeating: 7, count: 10))
        let event = try Event(
            position: position,
            id: try key.map { EventID(stream: stream, key: try #require(Slug($0))) } ?? unkeyed,
            stream: stream, version: Int64(events.count { $0.stream == stream } + 1),
            type: try #require(EventType.named(name)), recordedAt: Instant(microseconds: position),
            recordedBy: "writer/anna", json: json)
        var copy = self
        copy.events.append(event)
        return copy
    }

    /// Takes over events as they are.
    mutating func replay(_ recorded: some Sequence<Event>) { events += recorded }

    /// Goes on in another case.
    func inCase(_ slug: String) -> History {
        var copy = self
        copy.slug = slug
        return copy
    }

    /// Adds a happening of the case, claimed by the gazette unless it is said otherwise.
    func happened(
        _ key: String?, _ name: String, _ occurred: String?, _ data: JSONObject = [:],
        by actor: String = "ministry", on target: String? = nil,
        claims: [JSONValue] = [["source": "gazette"]], links: [JSONValue] = []
    ) throws -> History {
        var members: JSONObject = [
            "occurred": occurred.map(JSONValue.string) ?? .null, "summary": "It happens.",
            "actors": [["role": "actor", "actor": .string(actor)]], "claims": .array(claims),
            "data": .object(data), "links": .array(links),
        ]
        if let target {
            members["actors"] = [
                ["role": "actor", "actor": .string(actor)],
                ["role": "target", "actor": .string(target)],
            ]
        }
        return try adding(name, key, members, in: "case/\(slug)")
    }

    /// Adds an event about the record of the case.
    func recorded(
        _ key: String, _ name: String, _ data: JSONObject, claims: [JSONValue] = []
    ) throws -> History {
        let members: JSONObject = ["data": .object(data), "claims": .array(claims)]
        return try adding(name, key, members, in: "case/\(slug)")
    }

    /// Adds a source.
    func source(
        _ slug: String, published: String? = nil, reports: String? = nil
    ) throws -> History {
        var data: JSONObject = [
            "title": .null, "publisher": .null,
            "published": published.map(JSONValue.string) ?? .null,
        ]
        data["reports"] = reports.map(JSONValue.string)
        return try adding(
            "source.captured", "captured", ["data": .object(data)], in: "source/\(slug)")
    }

    /// Adds a correction of an event of the case.
    func corrected(_ event: String, as key: String, _ set: JSONObject) throws -> History {
        let data: JSONObject = [
            "event": .string(event), "set": .object(set), "reason": "misreading",
        ]
        return try adding(
            "event.corrected", key, ["data": .object(data), "no_source": "a slip"],
            in: "case/\(slug)")
    }

    /// Adds a retraction of an event of the case.
    func retracted(_ event: String, as key: String) throws -> History {
        try recorded(key, "event.retracted", ["event": .string(event), "reason": "wrong"])
    }
}

extension History {
    /// The events as they stand.
    var standing: [EffectiveEvent] { get throws { try effective(events) } }

    /// The actors and sources.
    var registers: Registers { get throws { Registers(try standing) } }

    /// The state of a case.
    func state(_ slug: String = "acme") throws -> CaseState {
        let slug = try #require(Slug(slug))
        return CaseState(
            of: slug, try standing.filter { $0.event.stream == StreamName(.case, slug) })
    }

    /// The timeline of all cases.
    func timeline(includingRetracted: Bool = false) throws -> Timeline {
        Timeline(
            try standing, registers: try registers, includesRetracted: includingRetracted)
    }

    /// The status of a happening, as its timeline has it.
    func status(_ key: String) throws -> ClaimStatus {
        try entry(key).status
    }

    /// A happening, as its timeline has it.
    func entry(_ key: String) throws -> TimelineEntry {
        try #require(
            try timeline(includingRetracted: true).entries
                .first { $0.event.body.key?.text == key })
    }

    /// The chain from an event.
    func chain(_ start: String...) throws -> Chain {
        Chain(
            from: try start.map { try #require(EventReference($0)) }, in: try standing,
            registers: try registers)
    }
}

/// A link as it stands on an event.
func link(
    _ relation: String, _ to: String, mode: String? = nil, basis: String = "explicit",
    likelihood: String? = nil, by authors: [String] = ["gazette"], deniedBy denier: String? = nil
) -> JSONValue {
    var members: JSONObject = [
        "relation": .string(relation), "to": .string(to), "basis": .string(basis),
        "asserted_by": .array(authors.map(JSONValue.string)),
    ]
    members["mode"] = mode.map(JSONValue.string)
    members["likelihood"] = likelihood.map(JSONValue.string)
    members["disputed_by"] = denier.map {
        [["actor": .string($0), "source": "letter"]]
    }
    return .object(members)
}
