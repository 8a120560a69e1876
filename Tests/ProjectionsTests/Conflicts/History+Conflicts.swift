import CanonicalJSON
import CaseModel
import Projections
import Testing

extension History {
    /// The conflicts and lints of all cases.
    func conflicts(by clocks: Clocks = .none) throws -> Conflicts {
        let sources = try effective(events.filter { $0.stream.kind != .case })
        let cases = events.filter { $0.stream.kind == .case }
        let told = try effective(cases, by: clocks, publications: Publications(sources))
        return Conflicts(told, registers: Registers(sources))
    }

    /// What is open and what is explained, a line each: what it is about, then the values.
    func differences() throws -> (open: [String], explained: [String]) {
        let all = try conflicts().conflicts
        return (all.filter(\.isOpen).map(\.line), all.filter { !$0.isOpen }.map(\.line))
    }

    /// What is open, a line each.
    func open() throws -> [String] { try differences().open }

    /// The lints, a line each: the event and what is wrong.
    func lints() throws -> [String] {
        try conflicts().lints.map { "\($0.event) \($0.kind.rawValue)" }
    }

    /// Adds a person.
    func person(_ slug: String, _ name: String, also: [String] = []) throws -> History {
        let data: JSONObject = [
            "name": .string(name), "type": "person", "also": .array(also.map(JSONValue.string)),
        ]
        return try adding(
            "actor.registered", "registered", ["data": .object(data)], in: "actor/\(slug)")
    }

    /// Adds a source with its authors.
    func written(_ slug: String, by authors: String...) throws -> History {
        let data: JSONObject = [
            "title": .null, "publisher": .null, "published": .null,
            "authors": .array(authors.map(JSONValue.string)),
        ]
        return try adding(
            "source.captured", "captured", ["data": .object(data)], in: "source/\(slug)")
    }

    /// Adds who owns a share of Acme; without a share how much is not said.
    func owned(
        _ key: String, by owner: String, _ share: JSONValue? = nil, _ occurred: String? = nil,
        direct: String = "unknown"
    ) throws -> History {
        var data: JSONObject = [
            "asset": "acme", "owner": .string(owner), "direct": .string(direct),
        ]
        data["share"] = share
        return try happened(key, "ownership.stated", occurred, data)
    }

    /// Adds a figure of Acme.
    func figure(
        _ key: String, _ value: Int64, _ period: String?, occurred: String? = nil,
        metric: String = "revenue", of actor: String = "acme", unit: String = "EUR"
    ) throws -> History {
        var data: JSONObject = [
            "metric": .string(metric), "of": .string(actor),
            "value": [
                "printed": .string("\(value)"), "value": .integer(value), "unit": .string(unit),
            ],
        ]
        data["period"] = period.map(JSONValue.string)
        return try happened(key, "figure.reported", occurred, data)
    }

    /// Adds another value for a field, as the letter gives it.
    func claimed(
        _ key: String, _ field: String, _ value: JSONValue, on event: String = "acme/a",
        by source: String = "letter"
    ) throws -> History {
        try recorded(
            key, "claim.added", ["event": .string(event), "field": .string(field), "value": value],
            claims: [["source": .string(source)]])
    }

    /// Adds why two values differ.
    func explained(
        _ key: String, _ field: String, on event: String = "acme/a", with other: String? = nil,
        as reason: String = "scope"
    ) throws -> History {
        var data: JSONObject = [
            "event": .string(event), "field": .string(field), "as": .string(reason),
            "note": "It is told so.",
        ]
        data["with"] = other.map(JSONValue.string)
        return try recorded(key, "difference.explained", data)
    }
}

extension Conflict {
    fileprivate var line: String {
        let values = values.map { String(decoding: $0.value.canonicalBytes(), as: UTF8.self) }
        return "\(subject) \(attribute): \(values.joined(separator: " | "))"
    }
}

/// A quantity in servers.
func servers(_ printed: String, _ bounds: JSONObject) -> JSONValue {
    var members = bounds
    (members["printed"], members["unit"]) = (.string(printed), "servers")
    return .object(members)
}
