import CanonicalJSON
import CaseModel
import Testing

/// The members of an event of a type that is right in itself, with the type's own example.
func sampleMembers(_ type: EventType) -> JSONObject {
    var members: JSONObject = ["data": .object(type.example)]
    if type.isWorld {
        members["occurred"] = "2031-04-02"
        members["summary"] = "The ministry takes control of Acme."
        members["actors"] = [["role": "actor", "actor": "nl-economy-ministry"]]
    }
    if type.needsSupport { members["claims"] = [["source": "gazette"]] }
    return members
}

/// The type of this name.
func eventType(_ name: String) throws -> EventType { try #require(EventType.named(name)) }

/// The stream of this name.
func stream(_ name: String) throws -> StreamName { try #require(StreamName(name)) }

/// A stream that events of a type may stand in.
func sampleStream(_ type: EventType) throws -> StreamName {
    StreamName(try #require(type.streams.first), try #require(Slug("acme-seizure")))
}

/// What is wrong with a body.
func faults(_ members: JSONObject, _ type: EventType, in stream: StreamName? = nil) throws
    -> [Fault]
{
    let stream = try stream ?? sampleStream(type)
    do throws(Faults) {
        _ = try EventBody(view(members), type: type, in: stream)
        return []
    } catch {
        return error.all
    }
}

/// What is wrong with a type's example, of the stream's first type, after a change to its members.
func faults(
    _ name: String, changing change: (inout JSONObject) -> Void
) throws -> [Fault] {
    let type = try eventType(name)
    var members = sampleMembers(type)
    change(&members)
    return try faults(members, type)
}

/// What is wrong with a type's data.
func faults(_ name: String, data: JSONObject) throws -> [Fault] {
    try faults(name) { $0["data"] = .object(data) }
}

extension Fault {
    /// The place and what is wrong there, as a person would read it.
    var line: String { "\(path): \(message)" }
}

/// A draft of members in a case's stream, with a key where none is given.
func draft(
    _ name: String, _ members: JSONObject, in stream: String = "case/acme-seizure",
    id: EventID? = nil
) throws -> Draft {
    try Draft(
        stream: try #require(StreamName(stream)), type: try eventType(name), id: id, json: members)
}

/// What is wrong with a draft.
func draftFaults(
    _ name: String, _ members: JSONObject, in stream: String = "case/acme-seizure",
    id: EventID? = nil
) throws -> [Fault] {
    do {
        _ = try draft(name, members, in: stream, id: id)
        return []
    } catch let faults as Faults {
        return faults.all
    }
}

/// A smallest world event with a key, whose text is as wanted.
func happening(what: JSONValue = "moves its stock", key: JSONValue = "move") -> JSONObject {
    [
        "key": key, "occurred": "2031-04-02", "summary": "Acme moves its stock.",
        "actors": [["role": "actor", "actor": "acme"]], "claims": [["source": "gazette"]],
        "data": ["what": what],
    ]
}

/// Members as they are looked at in a document.
func view(_ members: JSONObject) -> JSONView { JSONDocument(.object(members)).root }
