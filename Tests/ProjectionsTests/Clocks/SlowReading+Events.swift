import CanonicalJSON
import CaseModel

extension JSONObject {
    /// The texts of a list.
    func texts(_ name: String) -> [String] { (self[name]?.array ?? []).compactMap(\.string) }

    /// The sources of the records of a list.
    func sources(_ name: String) -> [String] {
        (self[name]?.array ?? []).compactMap { $0.object?["source"]?.string }
    }
}

extension Event {
    /// The fields of its type.
    var data: JSONObject { json["data"]?.object ?? [:] }

    /// What a correction sets.
    var set: JSONObject { data["set"]?.object ?? [:] }

    /// Whether it names the other, by key or by number.
    func isAbout(_ other: Event) -> Bool {
        let name = data["event"]?.string
        return name == other.reference.description
            || name == EventReference.numbered(other.stream, other.version).description
    }

    /// The event with values laid over its own.
    func with(_ set: JSONObject) throws -> Event {
        var json = json
        for member in set.members {
            if member.name.hasPrefix("data.") {
                var data = json["data"]?.object ?? [:]
                data[String(member.name.dropFirst(5))] = member.value
                json["data"] = .object(data)
            } else {
                json[member.name] = member.value
            }
        }
        return try with(members: json)
    }

    func with(members: JSONObject) throws -> Event {
        guard members != json else { return self }
        return try Event(
            position: position, id: id, stream: stream, version: version, type: type,
            recordedAt: recordedAt, recordedBy: recordedBy, json: members)
    }
}
