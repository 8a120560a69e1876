import CanonicalJSON
import CaseModel
import Testing

@Suite("What supports an event")
struct SupportTests {
    private let none = "claims: no source supports the event"

    @Test("is a claim, or a reason why there is none", arguments: EventType.world)
    func needed(type: EventType) throws {
        var members = sampleMembers(type)
        members["claims"] = nil
        #expect(try faults(members, type).map(\.line) == [none])
        members["claims"] = []
        #expect(try faults(members, type).map(\.line) == [none])
        members["no_source"] = "seen with my own eyes"
        #expect(try faults(members, type) == [])
    }

    @Test("is never both")
    func both() throws {
        let found = try faults("action.taken") { $0["no_source"] = "seen" }
        #expect(found.map(\.line) == ["no_source: no_source stands beside claims"])
    }

    @Test("of a correction may be a reason too")
    func correction() throws {
        let found = try faults("event.corrected") { $0["claims"] = nil }
        #expect(found.map(\.line) == [none])
        let reasoned = try faults("event.corrected") {
            $0["claims"] = nil
            $0["no_source"] = "a slip of the pen"
        }
        #expect(reasoned == [])
    }

    @Test(
        "of somebody's word is a claim, and no reason", arguments: ["claim.added", "link.disputed"])
    func word(name: String) throws {
        for reason: JSONValue? in [nil, "nobody says so"] {
            let found = try faults(name) {
                $0["claims"] = nil
                $0["no_source"] = reason
            }
            #expect(found.map(\.line) == ["claims: \(name) needs a claim with its source"])
        }
    }

    @Test("that cannot be read is not missing too")
    func unreadable() throws {
        let found = try faults("action.taken") { $0["claims"] = [["source": "No Slug"]] }
        #expect(found.map(\.line) == ["claims[0].source: \"No Slug\" is not a slug"])
    }
}

@Suite("Claims")
struct ClaimTests {
    private func faults(of claims: JSONValue) throws -> [Fault] {
        try CaseModelTests.faults("control.taken") { $0["claims"] = claims }
    }

    @Test("may carry place, words, field, stance and grade")
    func full() throws {
        #expect(
            try faults(of: [
                [
                    "source": "gazette", "at": "p. 2", "printed": "last month", "quote": "…",
                    "field": "occurred", "stance": "doubts", "grade": "B2",
                ]
            ]) == [])
    }

    @Test("tell where a quoted passage stands, and only that")
    func span() throws {
        func lines(_ span: JSONValue, quote: JSONValue? = "x") throws -> [String] {
            var claim: JSONObject = ["source": "gazette", "span": span]
            claim["quote"] = quote
            return try faults(of: [.object(claim)]).map(\.line)
        }
        for span: JSONValue in [
            ["page": 2], ["prefix": "a"], ["suffix": "b"],
            ["page": 1, "prefix": "a", "suffix": "b"],
        ] {
            #expect(try lines(span) == [])
        }
        #expect(try lines([:]) == ["claims[0].span.page: the span is empty"])
        for page: JSONValue in [0, -1, "2", 1_000_001, true] {
            #expect(
                try lines(["page": page]) == [
                    "claims[0].span.page: this is not the number of a page"
                ])
        }
        #expect(
            try lines(["page": 2], quote: nil) == [
                "claims[0].span: only a quoted passage stands somewhere"
            ])
        #expect(try lines(["line": 3]).contains("claims[0].span.line: unknown field \"line\""))
    }

    @Test("name a field that the event has", arguments: ["asset", "data.asset", "links", "actors"])
    func field(name: String) throws {
        #expect(try faults(of: [["source": "gazette", "field": .string(name)]]) == [])
    }

    @Test("that name another field get the nearest one")
    func unknownField() throws {
        for (name, nearest) in [
            ("ocurred", "occurred"), ("data.assets", "asset"), ("scop", "scope"),
        ] {
            let found = try faults(of: [
                ["source": "gazette"], ["source": "gazette", "field": .string(name)],
            ])
            #expect(
                found.map(\.line) == ["claims[1].field: control.taken has no field \"\(name)\""])
            #expect(found.first?.hint == "did you mean \"\(nearest)\"?")
        }
    }

    @Test("on a correction name a field of the corrected event")
    func correction() throws {
        let found = try CaseModelTests.faults("event.corrected") {
            $0["claims"] = [["source": "gazette", "field": "share"]]
        }
        #expect(found == [])
    }
}
