import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("What loses its last support")
struct SupportTests {
    /// A happening with some claims and one link, behind one that a third source bears out.
    private func support(claims: JSONValue, asserters: JSONValue) throws -> Support {
        let link: JSONValue = [
            "relation": "follows", "to": "acme/first", "basis": "temporal",
            "asserted_by": asserters,
        ]
        let first = try event(1, "first", ["claims": [["source": "third"]]])
        let second = try event(2, "second", ["claims": claims, "links": [link]])
        return Support(try effective([first, second]))
    }

    private func event(_ version: Int64, _ key: String, _ more: JSONObject) throws -> Event {
        let stream = StreamName(.case, try #require(Slug("acme")))
        var json: JSONObject = [
            "key": .string(key), "occurred": "2031", "summary": "A.",
            "actors": [["role": "actor", "actor": "x"]], "data": ["what": "y"],
        ]
        for member in more.members { json[member.name] = member.value }
        return try Event(
            position: version, id: EventID(stream: stream, key: try #require(Slug(key))),
            stream: stream, version: version, type: try #require(EventType.named("action.taken")),
            recordedAt: Instant(microseconds: 0), recordedBy: "writer/anna", json: json)
    }

    private func lost(
        _ support: Support, without source: String, withdrawn: [String] = []
    ) throws -> [String] {
        let gone = try withdrawn.map { SourceSlug(try #require(Slug($0))) }
        return support.lost(
            without: SourceSlug(try #require(Slug(source))), withdrawn: Set(gone)
        ).map { thing in
            switch thing.what {
            case .event: "\(thing.event)"
            case .claim(let field, _): "\(thing.event) \(field)"
            case .link(let relation, _, let to): "\(thing.event) \(relation.rawValue) \(to)"
            }
        }
    }

    @Test("is an event when its last supporting source goes; one that denies is none")
    func denial() throws {
        let support = try support(
            claims: [["source": "a"], ["source": "b", "stance": "denies"]], asserters: ["b"])
        #expect(try lost(support, without: "a") == ["acme/second"])
        #expect(try lost(support, without: "b") == ["acme/second follows acme/first"])
    }

    @Test("is nothing while another source stands, and nothing that was lost before")
    func others() throws {
        let support = try support(
            claims: [["source": "a"], ["source": "b"]], asserters: ["a", "b"])
        let both = ["acme/second", "acme/second follows acme/first"]
        #expect(try lost(support, without: "a").isEmpty)
        #expect(try lost(support, without: "a", withdrawn: ["b"]) == both)
        #expect(try lost(support, without: "a", withdrawn: ["third", "b"]) == both)
        #expect(try lost(support, without: "third") == ["acme/first"])
    }

    @Test("is never a link that an analyst asserts too")
    func analyst() throws {
        let support = try support(claims: [["source": "b"]], asserters: ["a", "analyst"])
        #expect(try lost(support, without: "a").isEmpty)
    }

    @Test("is a claim on a field that only this source speaks of, where the event has another")
    func field() throws {
        let claims: JSONValue = [
            ["source": "a", "field": "occurred"], ["source": "b", "field": "summary"],
        ]
        let apart = try support(claims: claims, asserters: ["analyst"])
        #expect(try lost(apart, without: "a") == ["acme/second occurred"])
        #expect(try lost(apart, without: "a", withdrawn: ["b"]) == ["acme/second"])
        let whole: JSONValue = [["source": "a", "field": "occurred"], ["source": "b"]]
        #expect(
            try lost(try support(claims: whole, asserters: ["analyst"]), without: "a").isEmpty)
    }
}
