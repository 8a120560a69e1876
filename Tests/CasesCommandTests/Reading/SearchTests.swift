import RandomSupport
import TestSupport
import Testing

@Suite("Search")
struct SearchTests {
    @Test("finds events by words of summaries, fields and sources, the words marked")
    func found() async throws {
        try await Desk.withAcme { desk in
            let told = try await desk.done("search", "takes control").lines
            #expect(told.first == "acme-seizure/seizure")
            #expect(told.contains { $0.contains("ministry «takes» «control» of Acme.") })
            #expect(told.last == "as recorded at position 8")
            let printed = try await desk.json("search", "\"last month\"")["hits"].elements
            #expect(printed.map { $0["event"].string } == ["acme-seizure/warning"])
            let register = try await desk.json("search", "Semi")["hits"].elements
            #expect(
                register.map { $0["event"].string } == [
                    "actor/acme/registered", "acme-seizure/warning", "acme-seizure/seizure",
                ])
        }
    }

    @Test("takes phrases, alternatives and words that must not stand there, in any case")
    func operators() async throws {
        try await Desk.withAcme { desk in
            func events(_ query: String) async throws -> [String?] {
                try await desk.json("search", query)["hits"].elements.map { $0["event"].string }
            }
            #expect(try await events("\"control takes\"") == [])
            #expect(try await events("MINISTRY acme -takes") == ["acme-seizure/warning"])
            let either = try await events("warns or takes")
            #expect(
                either.sorted { ($0 ?? "") < ($1 ?? "") } == [
                    "acme-seizure/seizure", "acme-seizure/warning",
                ])
        }
    }

    @Test("knows what was just recorded, corrected or retracted, kept or not")
    func fresh() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "summary=It seizes the foundry.",
                "--reason", "misreading", "--no-source", "heard")
            for _ in 1...2 {
                let hits = try await desk.json("search", "foundry")["hits"].elements
                #expect(hits.map { $0["event"].string }.contains("acme-seizure/seizure"))
                #expect(try await desk.done("search", "takes").output == "Nothing is found.\n")
                // Once more with nothing kept: the log is folded.
                try await desk.sql("DELETE FROM WS.projection")
            }
            try await desk.done("retract", "acme-seizure/warning", "--reason", "another ministry")
            #expect(try await desk.done("search", "warns").output == "Nothing is found.\n")
        }
    }

    @Test("finds by the clocks what was said then")
    func clocks() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("retract", "acme-seizure/warning", "--reason", "another ministry")
            let then = try await desk.json("search", "warns", "--known-at", "8")
            #expect(then["known_at"].integer == 8)
            #expect(then["hits"].elements.map { $0["event"].string } == ["acme-seizure/warning"])
            let early = try await desk.json("search", "takes", "--as-of", "2031-04-01")
            #expect(early["hits"].elements.isEmpty)
        }
    }

    @Test("finds the events of an actor by its names, and shows which")
    func names() async throws {
        try await Desk.withAcme { desk in
            let hits = try await desk.json("search", "\"Economic Affairs\"")["hits"].elements
            #expect(
                hits.compactMap { $0["event"].string }.filter { $0.hasPrefix("acme") } == [
                    "acme-seizure/warning", "acme-seizure/seizure",
                ])
            let told = try await desk.done("search", "Acme Semi warns").lines
            #expect(told.first == "acme-seizure/warning")
            #expect(told.contains { $0.hasSuffix(" · «Acme Semi»") })
        }
    }

    @Test("looks through texts of more terms than an index takes")
    func large() async throws {
        try await Desk.withAcme { desk in
            // A code of so many parts has a term from each of them on.
            var generator = SplitMix(seed: 0x5eed_0018)
            let parts = (0..<30_000).map { _ in
                String(Int.random(in: 0..<10, using: &generator))
            }
            let quote = "wafer " + parts.joined(separator: ".")
            let line = """
                {"stream":"case/acme-seizure","key":"long","type":"meeting.held","occurred":null,\
                "summary":"A long text.","actors":[{"role":"actor","actor":"acme"}],\
                "claims":[{"source":"letter-2031-04-10","quote":"\(quote)"}]}

                """
            try desk.write(line, to: "long.jsonl")
            try await desk.done("import", "long.jsonl")
            #expect(
                try await desk.texts("SELECT count(*) FROM WS.search_text WHERE terms IS NULL") == [
                    "1"
                ])
            let hits = try await desk.json("search", "wafer")["hits"].elements
            #expect(hits.map { $0["event"].string } == ["acme-seizure/long"])
        }
    }

    @Test("of no word, or of too many, is refused")
    func empty() async throws {
        try await Desk.withAcme { desk in
            let long = try await desk.run("search", String(repeating: "半", count: 1_001))
            #expect(long.exitCode == 64)
            #expect(
                long.errors == """
                    cases: the query is too long: at most 64 words and phrases, and 1000 characters
                           leave out the words that many events have

                    """)
            let outcome = try await desk.run("search", "...")
            #expect(outcome.exitCode == 64)
            #expect(
                outcome.errors == """
                    cases: there is no word in it to look for
                           cases search wafer

                    """)
        }
    }
}
