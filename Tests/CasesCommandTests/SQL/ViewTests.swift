import TestSupport
import Testing

/// The views against the answers of the commands, on the real cases and on cases with corrections,
/// a retraction, an erasure, mergers and a withdrawn source.
@Suite("A view has the rows of the command", .serialized, .timeLimit(.minutes(10)))
struct ViewTests {
    enum Record: CaseIterable { case fixtures, seizure }

    private func with(_ record: Record, _ body: (Desk) async throws -> Void) async throws {
        switch record {
        case .seizure: try await Desk.withSeizure(body)
        case .fixtures:
            try await Desk.use { desk in
                try await desk.done("import", Fixtures.path)
                try await body(desk)
            }
        }
    }

    @Test("timeline: entries and participants", arguments: Record.allCases)
    func timeline(_ record: Record) async throws {
        try await with(record) { desk in
            let answer = try await desk.json("timeline")
            let entries = answer["entries"].elements
            try #require(entries.count >= 10)
            let told = entries.only(
                "position", "case", "event", "id", "type", "summary", "sources", "dissent",
                "erased", "occurred")
            #expect(try await desk.rows(ViewRows.entries).counted == told.counted)
            #expect(
                try await desk.rows(ViewRows.withdrawn) == answer["withdrawn_sources"].elements)
            let participants = entries.flatMap { entry in
                entry["actors"].elements.map { actor -> JSON in
                    ["event": entry["event"], "role": actor["role"], "actor": actor["actor"]]
                }
            }
            #expect(try await desk.rows(ViewRows.participants).counted == participants.counted)
        }
    }

    @Test("list: cases", arguments: Record.allCases)
    func list(_ record: Record) async throws {
        try await with(record) { desk in
            let cases = try await desk.json("list")["cases"].elements
            try #require(cases.count >= 2)
            #expect(try await desk.rows(ViewRows.cases) == cases)
        }
    }

    @Test("chain: links that join two events", arguments: Record.allCases)
    func chain(_ record: Record) async throws {
        try await with(record) { desk in
            var links: Set<JSON> = []
            for name in try await desk.json("list")["cases"].elements.compactMap(\.["case"].string)
            {
                let chain = try await desk.json("chain", name)["links"].elements
                links.formUnion(
                    chain.only(
                        "from", "to", "relation", "mode", "basis", "likelihood", "asserted_by",
                        "disputed_by", "unsupported"))
            }
            try #require(links.count >= 3)
            #expect(try await desk.rows(ViewRows.links).counted == Array(links).counted)
        }
    }

    @Test("actors and sources: the registers", arguments: Record.allCases)
    func registers(_ record: Record) async throws {
        try await with(record) { desk in
            let actors = try await desk.json("actors")["actors"].elements
            try #require(actors.count >= 5)
            #expect(
                try await desk.rows(ViewRows.actors).counted
                    == actors.only("actor", "name", "type", "country", "ids", "merged").counted)
            let sources = try await desk.json("sources")["sources"].elements
            #expect(
                try await desk.rows(ViewRows.sources).counted
                    == sources.only(
                        "source", "title", "publisher", "published", "grade", "reports",
                        "withdrawn"
                    ).counted)
        }
    }

    @Test("measures: which there are, and how those stand that one case alone tells of")
    func measures() async throws {
        try await Desk.withSeizure { desk in
            try desk.write(
                """
                case: third
                title: A third case
                events:
                  - key: end
                    type: measure.ended
                    occurred: 2031-08
                    summary: The end of the tariff.
                    actors: [{role: actor, actor: nl}]
                    claims: [{source: herald}]
                    data: {measure: nl-tariff, how: revoked}

                """, to: "third.yaml")
            try await desk.done("import", "third.yaml")
            let measures = try await desk.json("measures")["measures"].elements
            #expect(
                try await desk.rows(ViewRows.measuredCases).counted
                    == measures.only("measure", "cases").counted)
            let halt = measures.filter { $0["measure"] == "acme-halt" }
            #expect(halt.count == 1)
            #expect(
                try await desk.rows(ViewRows.wholeMeasures)
                    == halt.only("measure", "status", "direction", "since", "until"))
        }
    }

    @Test("export: events and claims", arguments: Record.allCases)
    func export(_ record: Record) async throws {
        try await with(record) { desk in
            let lines = try await desk.done("export", "--format", "jsonl").lines.map {
                try JSON($0)
            }
            try #require(lines.count >= 30)
            let events = lines.only(
                "position", "stream", "version", "id", "key", "type", "occurred", "summary",
                "recorded_by")
            #expect(try await desk.rows(ViewRows.events) == events)
            let claims = lines.flatMap { line in
                line["claims"].elements.enumerated().map { number, claim -> JSON in
                    [
                        "position": line["position"], "number": .integer(Int64(number + 1)),
                        "source": claim["source"], "at": claim["at"], "by": claim["by"],
                        "stance": claim["stance"], "printed": claim["printed"],
                        "quote": claim["quote"], "grade": claim["grade"],
                    ]
                }
            }
            #expect(try await desk.rows(ViewRows.claims) == claims)
        }
    }
}
