import TestSupport
import Testing

/// Two ministries that turn out to be one, each with a measure and a share of one company.
enum TwoNames {
    /// The case as recorded before anybody knows: positions 1 to 10.
    static let file = """
        sources:
          one: {title: One, publisher: A, published: 2031-02}
          two: {title: Two, publisher: B, published: 2031-02}
        actors:
          trade: {name: MinTrade, type: agency, country: CN, also: [The bureau]}
          ministry: {name: Ministry of Trade, type: agency, country: CN}
          acme: {name: Acme, type: company, country: NL}
        case: names
        title: Two names
        events:
          - key: first
            type: measure.imposed
            occurred: 2031-01-02
            summary: The bureau bans.
            actors: [{role: actor, actor: trade}, {role: actor, actor: ministry}]
            claims: [{source: one}]
            data: {measure: first-ban, kind: export_ban}
          - key: second
            type: measure.imposed
            occurred: 2031-01-03
            summary: The ministry bans.
            actors: [{role: actor, actor: ministry}]
            claims: [{source: one}]
            data: {measure: second-ban, kind: export_ban}
          - key: half
            type: ownership.stated
            occurred: 2031-01
            summary: The bureau has a half.
            actors: [{role: owner, actor: trade}, {role: asset, actor: acme}]
            claims: [{source: one}]
            data: {asset: acme, owner: trade, share: 1/2, direct: yes}
          - key: third
            type: ownership.stated
            occurred: 2031-01
            summary: The ministry has a third.
            actors: [{role: owner, actor: ministry}, {role: asset, actor: acme}]
            claims: [{source: two}]
            data: {asset: acme, owner: ministry, share: 1/3, direct: yes}

        """

    /// The head after the import.
    static let count: Int64 = 10

    /// A line that merges an actor into another.
    static func merge(_ actor: String, into other: String, key: String = "merged") -> String {
        """
        {"stream":"actor/\(actor)","key":"\(key)","type":"actors.merged",\
        "data":{"into":"\(other)","reason":"same"}}

        """
    }
}

extension Desk {
    /// Lends `body` a desk at which the case of two names was recorded.
    fileprivate static func withTwoNames(_ body: (Desk) async throws -> Void) async throws {
        try await use { desk in
            try desk.write(TwoNames.file, to: "names.yaml")
            try await desk.done("import", "names.yaml")
            try await body(desk)
        }
    }

    fileprivate func merge(_ actor: String, into other: String) async throws {
        try write(TwoNames.merge(actor, into: other), to: "merge.jsonl")
        try await done("import", "merge.jsonl")
    }

    fileprivate func events(of actor: String, _ clocks: String...) async throws -> [String] {
        let answer = try JSON(
            try await done(["timeline", "--actor", actor, "--json"] + clocks).stdout)
        return answer["entries"].elements.compactMap { $0["event"].string }
    }
}

@Suite("Two actors that turn out to be one", .serialized)
struct MergedActorTests {
    private let all = ["names/half", "names/third", "names/first", "names/second"]

    @Test("are found under either name, from the merge on and until it is retracted")
    func filters() async throws {
        try await Desk.withTwoNames { desk in
            #expect(try await desk.events(of: "ministry") == Array(all.dropFirst()))
            try await desk.merge("trade", into: "ministry")
            #expect(try await desk.events(of: "ministry") == all)
            #expect(try await desk.events(of: "trade") == all)
            #expect(try await desk.events(of: "ministry", "--known-at", "10").count == 3)
            try await desk.done("retract", "actor/trade/merged", "--reason", "Two after all.")
            #expect(try await desk.events(of: "ministry") == Array(all.dropFirst()))
            #expect(try await desk.events(of: "ministry", "--known-at", "11") == all)
        }
    }

    @Test("are one in the state, once in each role, and the answer says which was merged")
    func state() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            let state = try await desk.json("show", "names")
            #expect(state["measures"].elements.map { $0["by"] } == [["ministry"], ["ministry"]])
            #expect(state["ownership"].elements.map { $0["owner"] } == ["ministry", "ministry"])
            #expect(state["merged_actors"] == [["actor": "trade", "into": "ministry"]])
            let text = try await desk.done("show", "names").output
            #expect(text.contains("by Ministry of Trade"))
            #expect(!text.contains("MinTrade"))
            #expect(text.contains("merged: trade into ministry"))
        }
    }

    @Test("still stand in the event as it was recorded")
    func recorded() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            let event = try await desk.json("show", "names/first")
            #expect(
                event["body"]["actors"] == [
                    ["role": "actor", "actor": "trade"], ["role": "actor", "actor": "ministry"],
                ])
            #expect(event["standing"]["actors"] == [["role": "actor", "actor": "ministry"]])
        }
    }

    @Test("contradict each other like one actor, also through a claim that was added")
    func conflicts() async throws {
        try await Desk.withTwoNames { desk in
            #expect(try await desk.json("conflicts", "names")["conflicts"] == [])
            try desk.write(
                """
                case: names
                title: Two names
                events:
                  - key: other
                    type: claim.added
                    claims: [{source: two}]
                    data: {event: names/half, field: owner, value: ministry}

                """, to: "claim.yaml")
            try await desk.done("import", "claim.yaml")
            let before = try await desk.json("conflicts", "names")["conflicts"]
            #expect(before.elements.map { $0["attribute"] } == ["data.owner"])
            try await desk.merge("trade", into: "ministry")
            let after = try await desk.json("conflicts", "names")["conflicts"]
            #expect(after.elements.map { $0["attribute"] } == ["ownership"])
        }
    }

    @Test("differ from what they were by the merge")
    func difference() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            let changes = try await desk.json("diff", "names", "--from", "10", "--to", "11")[
                "changes"]
            #expect(!changes.elements.isEmpty)
            #expect(changes.elements.allSatisfy { $0["because"] == ["actor/trade/merged"] })
        }
    }

    @Test("may be three: a merge into one that was merged leads on")
    func transitive() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            try await desk.merge("ministry", into: "acme")
            #expect(try await desk.events(of: "trade") == all)
            #expect(
                try await desk.json("show", "names")["merged_actors"] == [
                    ["actor": "ministry", "into": "acme"], ["actor": "trade", "into": "acme"],
                ])
        }
    }
}

@Suite("A merge of actors is refused", .serialized)
struct MergeRefusalTests {
    private func refused(_ lines: String, at desk: Desk, _ words: String) async throws {
        try desk.write(lines, to: "lines.jsonl")
        for options in [[], ["--batch", "1"]] {
            let head = try await desk.head()
            let told = try await desk.program.run(["import", "lines.jsonl"] + options)
            #expect(told.exitCode == 65)
            #expect(told.errors.contains(words))
            #expect(try await desk.head() == head)
        }
    }

    @Test("with itself, in a circle, and into two different actors, also within one import")
    func refused() async throws {
        try await Desk.withTwoNames { desk in
            let there = TwoNames.merge("trade", into: "ministry")
            try await refused(
                TwoNames.merge("trade", into: "trade"), at: desk, "merged with itself")
            try await refused(
                there + TwoNames.merge("ministry", into: "trade"), at: desk, "circle")
            try await refused(
                there + TwoNames.merge("trade", into: "acme", key: "again"), at: desk,
                "already merged into ministry")
            try await desk.merge("trade", into: "ministry")
            try await desk.merge("ministry", into: "acme")
            try await refused(TwoNames.merge("acme", into: "trade"), at: desk, "circle")
            try await refused(
                TwoNames.merge("trade", into: "acme", key: "again"), at: desk, "already merged")
        }
    }

    @Test("where a correction or the retraction of a retraction would make it so")
    func amended() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            try await desk.done(
                "retract", "actor/trade/merged", "--reason", "Two after all.")
            try await desk.merge("ministry", into: "trade")
            let undone = try await desk.program.run(["retract", "actor/trade#3", "--reason", "x"])
            #expect(undone.exitCode == 65)
            #expect(undone.errors.contains("circle"))
            let corrected = try await desk.program.run([
                "correct", "actor/ministry/merged", "--set", "into=ministry", "--reason", "typo",
                "--no-source", "x",
            ])
            #expect(corrected.exitCode == 65)
            #expect(corrected.errors.contains("merged with itself"))
        }
    }

    @Test("but not the same one twice, nor one into another actor once the first is retracted")
    func accepted() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.merge("trade", into: "ministry")
            try await desk.merge("trade", into: "ministry")
            #expect(try await desk.head() == TwoNames.count + 1)
            try await desk.done(
                "retract", "actor/trade/merged", "--reason", "Two after all.")
            try desk.write(TwoNames.merge("trade", into: "acme", key: "again"), to: "again.jsonl")
            try await desk.done("import", "again.jsonl")
        }
    }

    @Test("and a circle that stands in an older log is read as one actor under the first slug")
    func circle() async throws {
        try await Desk.withTwoNames { desk in
            try await desk.append(
                "actor/trade", "actors.merged", #"{"into":"ministry","reason":"x"}"#)
            try await desk.append(
                "actor/ministry", "actors.merged", #"{"into":"trade","reason":"x"}"#)
            let state = try await desk.json("show", "names")
            #expect(state["measures"].elements.map { $0["by"] } == [["ministry"], ["ministry"]])
            #expect(try await desk.json("verify")["ok"] == true)
        }
    }
}
