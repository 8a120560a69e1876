import CanonicalJSON
import CaseModel
import Testing

@Suite("Fields that go together")
struct FieldRuleTests {
    @Test("ownership names an owner and whether it is direct, or is undisclosed, never both")
    func ownership() throws {
        let good: [JSONObject] = [
            ["asset": "acme", "owner": "jo", "direct": "yes"],
            ["asset": "acme", "owner": "jo", "direct": "no", "share": "3/8"],
            ["asset": "acme", "undisclosed": true],
        ]
        for data in good { #expect(try faults("ownership.stated", data: data) == []) }
        let bad: [JSONObject] = [
            ["asset": "acme"],
            ["asset": "acme", "owner": "jo"],
            ["asset": "acme", "direct": "yes"],
            ["asset": "acme", "share": "1/2"],
            ["asset": "acme", "undisclosed": false],
            ["asset": "acme", "undisclosed": true, "owner": "jo", "direct": "yes"],
            ["asset": "acme", "undisclosed": true, "share": "1/2"],
            ["asset": "acme", "owner": "jo", "direct": "yes", "undisclosed": false],
        ]
        for data in bad {
            let found = try faults("ownership.stated", data: data).map(\.line)
            #expect(found == ["data.asset: whose it is is not clear"], "\(data)")
        }
    }

    @Test("a value of ownership that cannot be read is the only fault")
    func unreadableOwner() throws {
        let data: JSONObject = ["asset": "acme", "owner": "Jo", "direct": "yes"]
        let found = try faults("ownership.stated", data: data).map(\.line)
        #expect(found == ["data.owner: \"Jo\" is not a slug"])
    }

    @Test(
        "the kind of an order needs the order",
        arguments: ["control.taken", "control.returned"])
    func kind(name: String) throws {
        let alone: JSONObject = ["asset": "acme", "kind": "control_seizure"]
        #expect(
            try faults(name, data: alone).map(\.line) == ["data.kind: a kind without its measure"])
        let both: JSONObject = ["asset": "acme", "kind": "control_seizure", "measure": "order"]
        #expect(try faults(name, data: both) == [])
    }

    @Test("a source may have null for title, publisher and date, but must have them")
    func source() throws {
        let data: JSONObject = ["title": .null, "publisher": .null, "published": .null]
        #expect(try faults("source.captured", data: data) == [])
        let found = try faults("source.captured", data: [:])
        #expect(
            found.map(\.line) == [
                "data: the field \"title\" is missing", "data: the field \"publisher\" is missing",
                "data: the field \"published\" is missing",
            ])
        #expect(found.allSatisfy { $0.hint == "null says that it is not known" })
    }

    @Test("null stands nowhere else")
    func null() throws {
        let found = try faults("measure.imposed") { members in
            members["data"] = ["measure": "ban", "kind": "export_ban", "until": .null]
            members["summary"] = .null
        }
        #expect(
            found.map(\.line) == [
                "summary: text is expected, not null", "data.until: text is expected, not null",
            ])
    }

    @Test("a correction names paths that can be corrected, and at least one")
    func correction() throws {
        func set(_ values: JSONObject) throws -> [String] {
            try faults(
                "event.corrected",
                data: ["event": "a/b", "set": .object(values), "reason": "typo"]
            ).map(\.line)
        }
        for path in ["occurred", "summary", "actors", "claims", "links", "data.share"] {
            #expect(try set([path: "x"]) == [])
        }
        for path in ["id", "stream", "key", "type", "no_source", "data", "data.", "share"] {
            #expect(try set([path: "x"]) == ["data.set: \"\(path)\" cannot be corrected"])
        }
        #expect(try set([:]) == ["data.set: nothing is corrected"])
    }

    @Test(
        "a link has a mode only where it responds, and a likelihood only where it is not temporal")
    func link() throws {
        func link(_ members: JSONObject) throws -> [String] {
            var link: JSONObject = ["to": "a/b", "basis": "explicit", "asserted_by": ["analyst"]]
            members.members.forEach { link[$0.name] = $0.value }
            return try faults("action.taken") { $0["links"] = [.object(link)] }.map(\.line)
        }
        #expect(try link(["relation": "responds_to", "mode": "mitigates"]) == [])
        #expect(
            try link(["relation": "follows", "mode": "mitigates"])
                == ["links[0].mode: only responds_to has a mode"])
        #expect(
            try link(["relation": "follows", "basis": "temporal", "likelihood": "likely"])
                == ["links[0].likelihood: a temporal link has no likelihood"])
        #expect(
            try link(["relation": "follows", "asserted_by": []])
                == ["links[0]: the field \"asserted_by\" is missing"])
    }
}
