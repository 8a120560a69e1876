import CanonicalJSON
import CaseModel
import Testing

@Suite("Bodies of events")
struct BodyTests {
    @Test(
        "of the world have a date, a summary and an actor", arguments: EventType.world)
    func envelope(type: EventType) throws {
        var members = sampleMembers(type)
        for name in ["occurred", "summary", "actors"] { members[name] = nil }
        #expect(
            try faults(members, type).map(\.line) == [
                ": the field \"occurred\" is missing", ": the field \"summary\" is missing",
                ": the field \"actors\" is missing",
            ])
    }

    @Test("of the world may be undated, by null and not by silence")
    func undated() throws {
        let type = try eventType("action.taken")
        var members = sampleMembers(type)
        members["occurred"] = .null
        let body = try EventBody(view(members), type: type, in: try sampleStream(type))
        #expect(body.occurred == nil)
        members["occurred"] = nil
        let found = try faults(members, type)
        #expect(found.first?.hint == "null says that it is not known")
    }

    @Test("of the world have at least one actor", arguments: [[], .null, "acme"] as [JSONValue])
    func actors(value: JSONValue) throws {
        let found = try faults("action.taken") { $0["actors"] = value }
        #expect(found.count == 1)
        let isMissing = value == []
        #expect(found.first?.path == (isMissing ? .root : .root.appending("actors")))
    }

    @Test("of the record need no date and no actor", arguments: EventType.record)
    func record(type: EventType) throws {
        let body = try EventBody(view(sampleMembers(type)), type: type, in: try sampleStream(type))
        #expect(body.occurred == nil)
        #expect(body.actors.isEmpty)
    }

    @Test("stand in a stream of the right kind")
    func wrongStream() throws {
        let taken = try eventType("control.taken")
        let found = try faults(sampleMembers(taken), taken, in: try stream("actor/acme"))
        #expect(
            found.map(\.line) == [": control.taken cannot stand in the stream actor/acme"])
        #expect(found.first?.hint == "it stands in case/SLUG")
        for type in EventType.all {
            for kind in StreamName.Kind.allCases {
                let name = StreamName(kind, try #require(Slug("acme")))
                let isRefused = try !faults(sampleMembers(type), type, in: name).isEmpty
                #expect(isRefused == !type.streams.contains(kind), "\(type.name) in \(name)")
            }
        }
    }

    @Test("have data that are an object", arguments: ["x", 1, [], .null, true] as [JSONValue])
    func data(value: JSONValue) throws {
        let found = try faults("meeting.held") { $0["data"] = value }
        #expect(found.count == 1)
        #expect(found.first?.path == .root.appending("data"))
        #expect(found.first?.message.hasPrefix("an object is expected, not ") == true)
    }

    @Test("may leave data out where no field is required")
    func noData() throws {
        #expect(try faults("meeting.held") { $0["data"] = nil } == [])
        #expect(
            try faults("action.taken") { $0["data"] = nil }.map(\.line)
                == ["data: the field \"what\" is missing"])
    }

    @Test("tell everything that is wrong at once, each at its place")
    func allAtOnce() throws {
        let found = try faults("control.taken") { members in
            members["occured"] = "2031"
            members["occurred"] = "yesterday"
            members["actors"] = [["role": "actor"], ["role": "owned", "actor": "Acme"], "acme"]
            members["claims"] = [["source": "gazette", "grade": "Z9", "page": "1"]]
            members["data"] = ["asset": 5, "share": "37.5"]
        }
        #expect(
            found.map(\.path.description) == [
                "occurred", "actors[0]", "actors[1].role", "actors[1].actor", "actors[2]",
                "claims[0].grade", "claims[0].page", "occured", "data.asset", "data.share",
            ])
    }

    @Test("take text with something in it", arguments: ["", " ", "\n\t", "\u{a0}"])
    func emptyText(text: String) throws {
        let found = try faults("action.taken") { $0["summary"] = .string(text) }
        #expect(found.map(\.line) == ["summary: the text is empty"])
    }
}
