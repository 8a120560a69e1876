import TestSupport
import Testing

@Suite("The real cases", .serialized)
struct FixtureTests {
    @Test("One import of the folder answers what was worked out by hand")
    func answers() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            for name in ["nexperia-seizure", "wingtech-export-suspension"] {
                let state = try await desk.json("show", name)
                #expect(state == (try Fixtures.expected("\(name)/state.json")))
                let timeline = try await desk.json("timeline", name)
                #expect(timeline == (try Fixtures.expected("\(name)/timeline.json")))
            }
            #expect(
                try await desk.json("chain", "nexperia-seizure/seizure")
                    == Fixtures.expected("nexperia-seizure/chain.json"))
            #expect(
                try await desk.json("chain", "wingtech-export-suspension")
                    == Fixtures.expected("wingtech-export-suspension/chain.json"))
        }
    }

    @Test("A second import records nothing and answers the places of the first")
    func twice() async throws {
        try await Desk.use { desk in
            let first = try await desk.json("import", Fixtures.path)["recorded"].elements
            let events = try await desk.events()
            let again = try await desk.json("import", Fixtures.path)
            #expect(first.count == 37)
            #expect(first.allSatisfy { $0["replayed"] == false })
            #expect(again["head"] == 37)
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
                // 37 = 5 × 7 + 2, and each piece ends with its sum.
                let sums = told.lines.filter { $0.contains("there already") }
                let expected = [7, 14, 21, 28, 35].map {
                    "7 recorded, 0 there already; head \($0)"
                }
                #expect(sums == expected + ["2 recorded, 0 there already; head 37"])
            }
        }
    }

    @Test("A folder is read in the byte order of its paths, and expected answers are no cases")
    func order() async throws {
        try await Desk.use { desk in
            let recorded = try await desk.json("import", Fixtures.path)["recorded"].elements
            // common.yaml: the source, then the two companies; then nexperia's first actor.
            #expect(
                recorded.prefix(4).map { $0["event"] } == [
                    "source/wsj-2025-10-14/captured", "actor/nexperia/registered",
                    "actor/wingtech-technology/registered", "actor/dutch-court/registered",
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
