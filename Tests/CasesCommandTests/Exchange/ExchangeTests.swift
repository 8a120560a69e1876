import Foundation
import TestSupport
import Testing

@Suite("The record for other tools", .serialized)
struct ExchangeTests {
    @Test("is written as entities of FollowTheMoney, dates no more precise than they are")
    func entities() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done("export", "--format", "ftm")
            #expect(
                told.output == """
                    {"id":"source-gazette-2031-04-02","properties":{"fileName":["gazette-2031-04-02"],"keywords":["A1"],"publishedAt":["2031-04-02"],"publisher":["State Gazette"],"title":["Order 31/14"]},"schema":"Document"}
                    {"id":"source-letter-2031-04-10","properties":{"fileName":["letter-2031-04-10"],"publishedAt":["2031-04-10"],"title":["Letter to parliament"]},"schema":"Document"}
                    {"id":"actor-acme","properties":{"alias":["Acme Semi"],"country":["nl"],"keywords":["company"],"name":["Acme Semiconductors"]},"schema":"Company"}
                    {"id":"actor-nl-economy-ministry","properties":{"country":["nl"],"keywords":["agency"],"name":["Ministry of Economic Affairs"],"topics":["gov"]},"schema":"PublicBody"}
                    {"id":"actor-nl-economy-minister","properties":{"country":["nl"],"keywords":["person"],"name":["Minister of Economic Affairs"]},"schema":"Person"}
                    {"id":"case.acme-seizure.warning","properties":{"date":["2031-03"],"involved":["actor-acme"],"keywords":["threat.made"],"name":["The ministry warns Acme that it may step in."],"organizer":["actor-nl-economy-ministry"],"proof":["source-gazette-2031-04-02"],"recordId":["acme-seizure/warning"]},"schema":"Event"}
                    {"id":"case.acme-seizure.warning.claim-1","properties":{"description":["last month"],"document":["source-gazette-2031-04-02"],"entity":["case.acme-seizure.warning"],"recordId":["acme-seizure/warning"],"role":["paragraph 1"]},"schema":"Documentation"}
                    {"id":"case.acme-seizure.seizure","properties":{"date":["2031-04-02"],"involved":["actor-acme"],"keywords":["control.taken"],"name":["The ministry takes control of Acme."],"organizer":["actor-nl-economy-ministry"],"proof":["source-gazette-2031-04-02"],"recordId":["acme-seizure/seizure"]},"schema":"Event"}
                    {"id":"case.acme-seizure.seizure.link-1","properties":{"description":["denied by nl-economy-minister (letter-2031-04-10)"],"object":["case.acme-seizure.warning"],"proof":["source-gazette-2031-04-02"],"recordId":["acme-seizure/seizure"],"role":["follows"],"status":["temporal"],"subject":["case.acme-seizure.seizure"]},"schema":"UnknownLink"}
                    {"id":"case.acme-seizure.seizure.claim-1","properties":{"document":["source-gazette-2031-04-02"],"entity":["case.acme-seizure.seizure"],"recordId":["acme-seizure/seizure"],"role":["paragraph 2"]},"schema":"Documentation"}

                    """)
            #expect(
                told.errors
                    == "ftm has no room for 8 of 43 values; 1 event is left out; --loss FILE lists them\n"
            )
        }
    }

    @Test("says what a format has no room for, by type and path")
    func loss() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("export", "--format", "ftm", "--loss", "loss.json")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.path(of: "loss.json")))
            let report = try JSON(Array(bytes))
            func lost(_ type: String, _ path: String, _ values: Int64) -> JSON {
                ["type": .string(type), "path": .string(path), "values": .integer(values)]
            }
            #expect(
                report == [
                    "schema": "cases.loss/1", "format": "ftm", "events": 7, "values": 43,
                    "lost": [
                        lost("control.taken", "actors.role", 2),
                        lost("control.taken", "data.scope", 1),
                        lost("control.taken", "links.disputed_by.actor", 1),
                        lost("control.taken", "links.disputed_by.source", 1),
                        lost("threat.made", "actors.role", 2),
                        lost("threat.made", "data.threatened", 1),
                    ],
                    "left_out": [
                        [
                            "event": "acme-seizure/opened",
                            "why": "no schema of FollowTheMoney says it",
                        ]
                    ],
                ])
        }
    }

    @Test("is written as CloudEvents, one for each recorded event, with its leaf")
    func cloudEvents() async throws {
        try await Desk.withAcme { desk in
            let lines = try await desk.done(
                "export", "--format", "cloudevents", "--event-source", "https://example.org/record"
            ).lines
            let recorded = try await desk.done("export", "--format", "jsonl").lines
            #expect(lines.count == 8)
            for (line, recorded) in zip(lines, recorded) {
                let (event, stored) = (try JSON(Array(line.utf8)), try JSON(Array(recorded.utf8)))
                #expect(event["id"] == stored["id"])
                #expect(event["leaf"] == stored["leaf"])
                #expect(event["time"] == stored["recorded_at"])
                #expect(event["data"]["data"] == stored["data"])
                #expect(event["source"] == "https://example.org/record")
                #expect(event["specversion"] == "1.0")
            }
            let last = try JSON(Array(lines[7].utf8))
            #expect(last["type"] == "cases.control.taken")
            #expect(last["subject"] == "acme-seizure/seizure")
            #expect(last["sequence"] == "0000000000000000008")
        }
    }

    @Test("names no owner and no listing that is only foretold, denied, or no longer supported")
    func doubts() async throws {
        try await Desk.withAcme { desk in
            func record(_ key: String, _ type: String, _ data: String, _ claim: String) -> String {
                """
                  - key: \(key)
                    type: \(type)
                    occurred: null
                    summary: It is said.
                    actors: [{role: subject, actor: acme}]
                    claims: [{source: letter-2031-04-10\(claim)}]
                    data: \(data)

                """
            }
            let listing = "{list: lamp-register, party: acme}"
            let owner = "{asset: acme, owner: nl-economy-minister, direct: yes}"
            try desk.write(
                "case: acme-seizure\nevents:\n"
                    + record("listed", "party.listed", listing, "")
                    + record("foretold", "party.listed", listing, ", stance: foretells")
                    + record("denied", "party.listed", listing, ", stance: denies")
                    + record("owned", "ownership.stated", owner, "")
                    + record("not-owned", "ownership.stated", owner, ", stance: denies"),
                to: "more.yaml")
            try await desk.done("import", "more.yaml")
            let entities = try await desk.done("export", "--format", "ftm").lines
            #expect(entities.filter { $0.contains("\"schema\":\"Sanction\"") }.count == 1)
            #expect(entities.filter { $0.contains("\"schema\":\"Ownership\"") }.count == 1)
            #expect(
                entities.filter { $0.contains("\"keywords\":[\"party.listed\",\"denied\"]") }.count
                    == 1)
            let told = try await desk.done("export", "--format", "bods")
            let owners = try JSON(told.stdout).elements
            #expect(owners.map { $0["recordType"] } == ["entity", "person", "relationship"])
            try await desk.done("withdraw", "letter-2031-04-10", "--reason", "taken back")
            let left = try await desk.done("export", "--format", "ftm").lines
            #expect(!left.contains { $0.contains("\"Sanction\"") || $0.contains("\"Ownership\"") })
        }
    }

    @Test("marks what sources disagree on, and names only those as asserting it that do")
    func disputed() async throws {
        try await Desk.withAcme { desk in
            try desk.write(
                """
                case: acme-seizure
                events:
                  - key: owned
                    type: ownership.stated
                    occurred: null
                    summary: It is said.
                    actors: [{role: subject, actor: acme}]
                    claims: [{source: gazette-2031-04-02}, {source: letter-2031-04-10, stance: denies}]
                    data: {asset: acme, owner: nl-economy-minister, direct: yes}

                """, to: "more.yaml")
            try await desk.done("import", "more.yaml")
            let statements = try JSON(try await desk.done("export", "--format", "bods").stdout)
                .elements
            #expect(statements[2]["source"]["assertedBy"] == [["name": "gazette-2031-04-02"]])
            let notes = statements[2]["annotations"].elements.map { $0["description"] }
            #expect(notes == ["It is said.", "disputed"])
            let entities = try await desk.done("export", "--format", "ftm").lines
            let owner = try #require(entities.first { $0.contains("\"schema\":\"Ownership\"") })
            #expect(owner.contains("\"status\":[\"disputed\"]"))
        }
    }

    @Test("gives a corrected STIX object a later version, and the same id")
    func versions() async throws {
        try await Desk.withAcme { desk in
            func incident() async throws -> JSON {
                let bundle = try JSON(try await desk.done("export", "--format", "stix").stdout)
                let found = bundle["objects"].elements.first {
                    $0["type"] == "incident" && $0["name"] == "The ministry takes control of Acme."
                }
                return try #require(found)
            }
            let before = try await incident()
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-03", "--reason",
                "typo",
                "--no-source", "x")
            let after = try await incident()
            #expect(after["id"] == before["id"])
            #expect(after["created"] == before["created"])
            let times = (
                try #require(before["modified"].string), try #require(after["modified"].string)
            )
            #expect(times.0 < times.1)
        }
    }

    @Test(
        "takes only options that its format has",
        arguments: [
            ["--format", "csv"], ["--format", "ftm", "--out", "x"], ["--format", "stix", "--bom"],
            ["--format", "jsonl", "--loss", "x"], ["--format", "ftm", "--comments-from", "x"],
            ["--format", "bods", "--event-source", "urn:x"],
            ["--format", "cloudevents", "--event-source", "a b"],
        ])
    func options(_ arguments: [String]) async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.program.run(["export"] + arguments)
            #expect(told.exitCode == 64)
        }
    }
}
