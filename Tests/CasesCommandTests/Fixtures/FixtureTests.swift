import TestSupport
import Testing

@Suite("The real cases", .serialized)
struct FixtureTests {
    /// The cases whose state and timeline were worked out.
    private static let followed = [
        "nexperia-seizure", "wingtech-export-suspension", "aivres-entity-list",
        "inf-tech-gpu-access",
    ]

    /// The chains that were worked out, with what they start from.
    private static let chains = [
        ("nexperia-seizure", "nexperia-seizure/seizure"),
        ("wingtech-export-suspension", "wingtech-export-suspension"),
        ("inf-tech-gpu-access", "inf-tech-gpu-access/gpu-access"),
        ("nvidia-shanghai-rnd", "nvidia-shanghai-rnd"),
    ]

    @Test("One import of the folder answers what was worked out by hand")
    func answers() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            for name in FixtureTests.followed {
                let state = try await desk.json("show", name)
                #expect(state == (try Fixtures.expected("\(name)/state.json")))
                let timeline = try await desk.json("timeline", name)
                #expect(timeline == (try Fixtures.expected("\(name)/timeline.json")))
            }
            #expect(
                try await desk.json("show", "ai-diffusion-rule")
                    == Fixtures.expected("ai-diffusion-rule/state.json"))
            for (name, start) in FixtureTests.chains {
                #expect(
                    try await desk.json("chain", start)
                        == Fixtures.expected("\(name)/chain.json"))
            }
            #expect(try await desk.json("conflicts") == Fixtures.expected("conflicts.json"))
        }
    }

    @Test("An explained difference is open again once the explanation is retracted")
    func unexplained() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let explanation = "inf-tech-gpu-access/rounded-number"
            try await desk.done(
                "retract", explanation, "--reason", "Nobody says that it is rounded.")
            let conflicts = try await desk.json("conflicts", "inf-tech-gpu-access")["conflicts"]
            #expect(
                conflicts.elements.map { [$0["subject"], $0["status"]] } == [
                    ["aivres-entity-list/aivres-listed", "open"], ["gb200-racks", "open"],
                ])
        }
    }

    @Test("A second import records nothing and answers the places of the first")
    func twice() async throws {
        try await Desk.use { desk in
            let first = try await desk.json("import", Fixtures.path)["recorded"].elements
            let events = try await desk.events()
            let again = try await desk.json("import", Fixtures.path)
            #expect(first.count == 214)
            #expect(first.allSatisfy { $0["replayed"] == false })
            #expect(again["head"] == 214)
            #expect(again["recorded"].elements.allSatisfy { $0["replayed"] == true })
            #expect(again["recorded"].elements.map(\.place) == first.map(\.place))
            #expect(try await desk.events() == events)
        }
    }

    @Test("Recorded seven at a time the record is the same")
    func batches() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let whole = try await desk.events()
            try await Desk.use { other in
                let told = try await other.done("import", Fixtures.path, "--batch", "7")
                #expect(try await other.events() == whole)
                // 214 = 30 × 7 + 4, and each piece ends with its sum.
                let sums = told.lines.filter { $0.contains("duplicate") }
                let expected = (1...30).map { 7 * $0 }.map {
                    "7 recorded, 0 duplicates; head \($0)"
                }
                #expect(sums == expected + ["4 recorded, 0 duplicates; head 214"])
            }
        }
    }

    @Test("A folder is read in the byte order of its paths, and expected answers are no cases")
    func order() async throws {
        try await Desk.use { desk in
            let recorded = try await desk.json("import", Fixtures.path)["recorded"].elements
            // ai-diffusion-rule.yaml: the source, then its actors from the first.
            #expect(
                recorded.prefix(4).map { $0["event"] } == [
                    "source/wsj-2025-01-13/captured", "actor/biden-administration/registered",
                    "actor/close-us-allies/registered", "actor/france/registered",
                ])
        }
    }
}

extension JSON {
    /// Where an append says that an event stands.
    fileprivate var place: [JSON] {
        [self["event"], self["id"], self["position"], self["version"]]
    }
}
