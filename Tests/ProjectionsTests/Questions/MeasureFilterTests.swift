import CanonicalJSON
import CaseModel
import Projections
import Testing

/// Which measures a question over all cases is about.
@Suite struct MeasureFilterTests {
    private func measures(_ change: (inout MeasureFilter) throws -> Void) throws -> [String] {
        let history = try History().source("gazette")
            .adding(
                "actor.registered", "registered",
                ["data": ["name": "South", "type": "state", "country": "CN"]], in: "actor/south"
            )
            .adding(
                "actor.registered", "registered",
                ["data": ["name": "Acme", "type": "company", "country": "NL"]], in: "actor/acme"
            )
            .adding(
                "measure.registered", "registered",
                [
                    "data": [
                        "name": "Ban", "kind": "export_ban",
                        "scope": [["scheme": "HS", "code": "8542.31"]],
                    ]
                ], in: "measure/ban"
            )
            .adding("tag.added", nil, ["data": ["tag": "chips"]], in: "measure/ban")
            .happened(
                "start", "measure.imposed", "2031-04-02",
                ["measure": "ban", "kind": "export_ban"], by: "south", on: "acme"
            )
            .inCase("other")
            .happened(
                "plan", "measure.announced", "2031-04",
                ["measure": "tariff", "kind": "tariff", "stage": "adopted"], by: "north")
        var filter = MeasureFilter()
        try change(&filter)
        let (standing, registers) = (try history.standing, try history.registers)
        return KnownMeasure.all(in: standing, registers: registers)
            .filter { filter.includes($0, registers, Tags(standing)) }.map(\.slug.text)
    }

    @Test func `who imposed it and at whom it is aimed, by name or by country`() throws {
        #expect(try measures { _ in } == ["ban", "tariff"])
        #expect(try measures { $0.by = [try #require(Party("country:cn"))] } == ["ban"])
        #expect(try measures { $0.by = [try #require(Party("north"))] } == ["tariff"])
        #expect(try measures { $0.against = [try #require(Party("country:NL"))] } == ["ban"])
        #expect(try measures { $0.against = [try #require(Party("country:US"))] } == [])
        #expect(Party("country:XYZ") == nil)
        #expect(Party("Not a slug") == nil)
    }

    @Test(arguments: [
        ("hs:8542", true), ("HS:8542.31", true), ("hs:85", true), ("hs:854231.00", true),
        ("hs:8541", false), ("eccn:8542", false),
    ])
    func `codes contain each other`(_ code: String, _ isThere: Bool) throws {
        let found = try measures { $0.scopes = [try #require(ScopeQuery(code))] }
        #expect(found == (isThere ? ["ban"] : []))
    }

    @Test func `in force, kind, case and tag`() throws {
        #expect(try measures { $0.isInForce = true } == ["ban"])
        #expect(try measures { $0.kinds = [.tariff] } == ["tariff"])
        #expect(try measures { $0.case = Slug("other") } == ["tariff"])
        #expect(try measures { $0.tag = Slug("chips") } == ["ban"])
        #expect(try measures { $0.tag = Slug("lamps") } == [])
    }
}

/// Tags are put on and taken off.
@Suite struct TagTests {
    @Test func `the later of an addition and a removal counts, and a retraction undoes either`()
        throws
    {
        let lamps = try #require(Slug("lamps"))
        let (stream, start) = (try #require(StreamName("case/acme")), History())
        let added = try start.source("gazette").recorded("t1", "tag.added", ["tag": "lamps"])
        #expect(Tags(try added.standing).has(lamps, stream))
        let removed = try added.recorded("t2", "tag.removed", ["tag": "lamps"])
        #expect(!Tags(try removed.standing).has(lamps, stream))
        let undone = try removed.retracted("acme/t2", as: "t3")
        #expect(Tags(try undone.standing).tags(of: stream) == [lamps])
    }

    @Test func `an event has its own tags and those of its stream`() throws {
        let history = try History().source("gazette").happened(
            "ban", "action.taken", nil, ["what": "x"]
        )
        .happened("other", "action.taken", nil, ["what": "y"])
        .recorded("t1", "tag.added", ["tag": "lamps", "event": "acme/ban"])
        .recorded("t2", "tag.added", ["tag": "north"])
        let tags = Tags(try history.standing)
        let events = history.events.filter(\.type.isWorld)
        let (lamps, north) = (try #require(Slug("lamps")), try #require(Slug("north")))
        #expect(events.map { tags.has(lamps, $0) } == [true, false])
        #expect(events.map { tags.has(north, $0) } == [true, true])
    }
}
