import CanonicalJSON
import CaseModel
import RandomSupport
import Testing

/// A made-up record: two cases whose events speak of each other, and four sources.
///
/// Any selection of its events is a record, too.
struct RandomRecord {
    private(set) var events: [Event] = []

    static let cases = ["a", "b"]
    private static let sources = ["s0", "s1", "s2", "s3"]

    init(using generator: inout SplitMix) throws {
        for source in RandomRecord.sources {
            let date = source == "s2" ? nil : April.texts.randomElement(using: &generator)
            try capture(source, date)
        }
        for slug in RandomRecord.cases {
            try add("case.opened", in: "case/\(slug)", ["data": ["title": "A case"]])
        }
        for _ in 0..<20 { try happen(using: &generator) }
    }

    /// A selection of its events, in their order.
    func selection(using generator: inout SplitMix) -> [Event] {
        let share = Int.random(in: 3...9, using: &generator)
        return events.filter { _ in Int.random(in: 0..<10, using: &generator) < share }
    }

    private mutating func add(_ name: String, in stream: String, _ members: JSONObject) throws {
        let position = Int64(events.count + 1)
        let stream = try #require(StreamName(stream))
        let first = name == "source.captured" ? "captured" : nil
        let key = try #require(Slug(first ?? (name == "case.opened" ? "opened" : "e\(position)")))
        var json = members
        json["key"] = .string(key.text)
        events.append(
            try Event(
                position: position, id: EventID(stream: stream, key: key), stream: stream,
                version: Int64(events.count { $0.stream == stream } + 1),
                type: try #require(EventType.named(name)),
                recordedAt: Instant(microseconds: April.noon(position)),
                recordedBy: "writer/anna", json: json))
    }

    private mutating func capture(_ slug: String, _ published: String?) throws {
        let data: JSONObject = [
            "title": .null, "publisher": .null,
            "published": published.map(JSONValue.string) ?? .null,
        ]
        try add("source.captured", in: "source/\(slug)", ["data": .object(data)])
    }
}

extension RandomRecord {
    private mutating func happen(using generator: inout SplitMix) throws {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0..<5: try happening(using: &generator)
        case 5..<8: try correction(using: &generator)
        case 8: try retraction(using: &generator)
        case 9: try addedClaim(using: &generator)
        case 10: try assertedLink(using: &generator)
        default: try disputedLink(using: &generator)
        }
    }

    private mutating func happening(using generator: inout SplitMix) throws {
        let slug = try #require(RandomRecord.cases.randomElement(using: &generator))
        let (type, data) = try #require(RandomRecord.happenings.randomElement(using: &generator))
        var json: JSONObject = [
            "occurred": date(using: &generator), "summary": "It happens.",
            "actors": [["role": "actor", "actor": "acme"]], "data": .object(data),
        ]
        support(&json, using: &generator)
        if Bool.random(using: &generator) { json["links"] = [link(using: &generator)] }
        try add(type, in: "case/\(slug)", json)
    }

    private static let happenings: [(String, JSONObject)] = [
        ("action.taken", ["what": "It moves."]),
        ("measure.imposed", ["measure": "ban", "kind": "export_ban"]),
        ("measure.imposed", ["measure": "ban", "kind": "tariff", "effective": "2031-04-15"]),
        (
            "measure.imposed",
            ["measure": "cap", "kind": "export_cap", "effective": "[2031-04-09..2031-04-20]"]
        ),
        ("measure.amended", ["measure": "ban", "change": "It rests.", "enforced": false]),
        ("measure.suspended", ["measure": "ban"]),
        ("measure.ended", ["measure": "ban", "how": "revoked"]),
        ("control.taken", ["asset": "acme"]),
        ("control.returned", ["asset": "acme"]),
    ]

    private mutating func correction(using generator: inout SplitMix) throws {
        guard
            let target = events.filter({ $0.type.name != "case.opened" })
                .randomElement(using: &generator)
        else { return }
        var json: JSONObject = ["data": .object(correction(of: target, using: &generator))]
        support(&json, using: &generator)
        try add("event.corrected", in: target.stream.text, json)
    }

    private func correction(
        of target: Event, using generator: inout SplitMix
    ) -> JSONObject {
        let set: JSONObject
        switch target.type.name {
        case "source.captured": set = ["data.published": date(using: &generator)]
        case "event.corrected" where target.json["data"]?.object?["set"]?.object?["occurred"] != nil:
            set =
                Bool.random(using: &generator)
                ? ["data.set": ["occurred": date(using: &generator)]]
                : ["data.event": name(using: &generator)]
        case "link.asserted": set = ["data.asserted_by": [author(using: &generator)]]
        case _ where target.json["claims"] != nil && Bool.random(using: &generator):
            set = ["claims": [claim(using: &generator)]]
        case _ where target.type.isWorld && Bool.random(using: &generator):
            set = ["links": [link(using: &generator)]]
        default: set = ["occurred": date(using: &generator)]
        }
        let name =
            Bool.random(using: &generator)
            ? target.reference : .numbered(target.stream, target.version)
        return [
            "event": .string(name.description), "set": .object(set), "reason": "misreading",
        ]
    }

    private mutating func retraction(using generator: inout SplitMix) throws {
        let earlier = events.filter { $0.type.name != "source.captured" }
        // What was retracted or corrected lately is retracted, again, more often.
        let last = earlier.filter { $0.type.name == "event.retracted" }.last
        guard
            let target = Bool.random(using: &generator)
                ? last ?? earlier.last : earlier.randomElement(using: &generator)
        else { return }
        var json: JSONObject = [
            "data": ["event": .string(target.reference.description), "reason": "wrong"]
        ]
        if Bool.random(using: &generator) { json["claims"] = [claim(using: &generator)] }
        try add("event.retracted", in: target.stream.text, json)
    }

    private mutating func addedClaim(using generator: inout SplitMix) throws {
        let data: JSONObject = [
            "event": name(using: &generator), "field": "occurred",
            "value": date(using: &generator),
        ]
        let claims: JSONValue = [claim(using: &generator), claim(using: &generator)]
        try add("claim.added", in: "case/a", ["data": .object(data), "claims": claims])
    }

    private mutating func assertedLink(using generator: inout SplitMix) throws {
        guard var data = link(using: &generator).object else { return }
        data["event"] = name(using: &generator)
        try add("link.asserted", in: "case/b", ["data": .object(data)])
    }

    private mutating func disputedLink(using generator: inout SplitMix) throws {
        let links = events.compactMap { event -> (String, JSONObject)? in
            guard let link = event.json["links"]?.array?.first?.object else { return nil }
            return (event.reference.description, link)
        }
        guard let (event, link) = links.randomElement(using: &generator),
            let relation = link["relation"], let to = link["to"]
        else { return }
        let claims: JSONValue = [claim(using: &generator), claim(using: &generator)]
        let data: JSONObject = [
            "event": .string(event), "relation": relation, "to": to, "by": "jo",
        ]
        try add("link.disputed", in: "case/a", ["data": .object(data), "claims": claims])
    }
}

extension RandomRecord {
    private func date(using generator: inout SplitMix) -> JSONValue {
        guard Int.random(in: 0..<8, using: &generator) > 0 else { return .null }
        return April.texts.randomElement(using: &generator).map(JSONValue.string) ?? .null
    }

    private func support(_ json: inout JSONObject, using generator: inout SplitMix) {
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: json["no_source"] = "seen"
        case 1: json["claims"] = [claim(using: &generator), claim(using: &generator)]
        default: json["claims"] = [claim(using: &generator)]
        }
    }

    private func claim(using generator: inout SplitMix) -> JSONValue {
        var claim: JSONObject = ["source": source(using: &generator)]
        if Int.random(in: 0..<8, using: &generator) == 0 { claim["stance"] = "doubts" }
        return .object(claim)
    }

    private func source(using generator: inout SplitMix) -> JSONValue {
        .string(RandomRecord.sources.randomElement(using: &generator) ?? "s0")
    }

    private func author(using generator: inout SplitMix) -> JSONValue {
        Int.random(in: 0..<4, using: &generator) == 0 ? "analyst" : source(using: &generator)
    }

    /// The name of some happening, recorded before or after.
    private func name(using generator: inout SplitMix) -> JSONValue {
        let happenings = events.filter(\.type.isWorld).map(\.reference.description)
        let later = "b/e\(Int.random(in: 7...26, using: &generator))"
        let known = happenings.randomElement(using: &generator) ?? later
        return .string(Int.random(in: 0..<5, using: &generator) == 0 ? later : known)
    }

    private func link(using generator: inout SplitMix) -> JSONValue {
        var link: JSONObject = [
            "relation": "responds_to", "to": name(using: &generator), "basis": "explicit",
            "asserted_by": [author(using: &generator), author(using: &generator)],
        ]
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            link["relation"] = "follows"
            link["basis"] = "temporal"
        case 1: link["mode"] = "retaliates_for"
        case 2: link["basis"] = "inferred"
        default: break
        }
        if Int.random(in: 0..<3, using: &generator) == 0 {
            link["disputed_by"] = [["actor": "jo", "source": source(using: &generator)]]
        }
        return .object(link)
    }
}
