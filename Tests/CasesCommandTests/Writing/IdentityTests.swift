import TestSupport
import Testing

@Suite("The same event twice", .serialized)
struct IdentityTests {
    private static let sued = sued(what: "sued")

    private static func sued(what: String) -> [String] {
        AddEventTests.deed.dropLast() + ["what=\(what)", "--undated", "--no-source", "heard"]
    }

    @Test("is a replay by its key: the stored place is answered, nothing recorded")
    func key() async throws {
        try await Desk.withAcme { desk in
            let command = IdentityTests.sued + ["--key", "sued", "--json"]
            let first = try await desk.done(command)
            let recorded = try JSON(first.stdout)
            let line: [String: JSON] = [
                "event": "acme-seizure/sued", "position": 9, "version": 4, "replayed": false,
            ]
            let entry = try #require(recorded["recorded"].elements.first)
            for (name, value) in line { #expect(entry[name] == value) }
            #expect(recorded.names == ["schema", "recorded", "head"])
            #expect(recorded["schema"] == "cases.append/1")
            #expect(recorded["head"] == 9)
            #expect(first.errors.isEmpty)

            // Who sends it again does not matter, nor which version is expected.
            let again = try JSON(
                try await desk.done(command + ["--by", "bruno", "--expect-version", "0"]).stdout)
            #expect(again["recorded"].elements.first?["replayed"] == true)
            #expect(again["recorded"].elements.first?["position"] == 9)
            #expect(again["head"] == 9)
            #expect(try await desk.text("recorded_by", ofEventAt: 9) == "postgres/tester")
        }
    }

    @Test("without key has an id of its own, told before it is sent, and is a replay by that")
    func id() async throws {
        try await Desk.withAcme { desk in
            let first = try await desk.done(IdentityTests.sued)
            // A UUIDv7: the version's digit and the variant's.
            let form = /id ([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})\n/
            let id = String(try #require(try form.wholeMatch(in: first.errors)).1)
            #expect(try await desk.text("id", ofEventAt: 9) == id)
            #expect(
                first.output == """
                    recorded 9  acme-seizure#4
                    1 recorded, 0 duplicates; head 9

                    """)
            let again = try await desk.done(IdentityTests.sued + ["--id", id])
            #expect(
                again.output == """
                    duplicate 9  acme-seizure#4
                    0 recorded, 1 duplicate; head 9

                    """)
            #expect(again.errors.isEmpty)
            // Sent without the id it is another event.
            try await desk.done(IdentityTests.sued)
            #expect(try await desk.head() == 10)
        }
    }

    @Test("with other content is refused, and the way to correct it named")
    func conflict() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(IdentityTests.sued + ["--key", "sued"])
            let refusal = Refusal(
                exitCode: 65, code: "id_conflict",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    key: acme-seizure/sued is recorded with other content, at position 9
                        to correct what is recorded: cases correct acme-seizure/sued; or give the new \
                    event another key
                    """)
            try await refusal.check(
                IdentityTests.sued(what: "sued them") + ["--key", "sued"], at: desk)
            try desk.write(
                Acme.file.split(separator: "Order 31/14").joined(separator: "Order 31/15"),
                to: "changed.yaml")
            let import_ = Refusal(
                exitCode: 65, code: "id_conflict",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    changed.yaml:2:3: key: source/gazette-2031-04-02/captured is recorded with \
                    other content, at position 1
                        to record the difference as a correction: cases import changed.yaml \
                    --as-corrections --reason REASON; or give the new event another key
                    """)
            try await import_.check(["import", "changed.yaml"], at: desk)
        }
    }

    @Test("with two contents in one input is refused at the second place")
    func input() async throws {
        try await Desk.use { desk in
            try desk.write(
                """
                {"stream":"actor/a","type":"actor.registered","key":"registered",\
                "data":{"name":"A","type":"group"}}
                {"stream":"actor/a","type":"actor.registered","key":"registered",\
                "data":{"name":"B","type":"group"}}

                """, to: "two.jsonl")
            // {"stream":"actor/a","type":"actor.registered","key": has 52 characters.
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    two.jsonl:2:53: key: another event of the input is called \
                    actor/a/registered, with other content
                        the first is in two.jsonl, line 1; record the second with cases \
                    import --as-corrections, or give each a key of its own
                    """)
            try await refusal.check(["import", "two.jsonl"], at: desk)
        }
    }

    @Test("expected at another version is refused with both versions, before an id is told")
    func versions() async throws {
        try await Desk.withAcme { desk in
            let refusal = Refusal(
                exitCode: 3, code: "version_conflict",
                text: """
                    cases: case/acme-seizure is at version 3, not 2
                           read it again, then decide: cases timeline
                    """)
            let command = IdentityTests.sued + ["--key", "sued", "--expect-version"]
            try await refusal.check(command + ["2"], at: desk)
            try await desk.done(command + ["3"])
            #expect(try await desk.head() == 9)
        }
    }

    @Test("is not recorded at all by --dry-run, which writes the exact bytes")
    func dryRun() async throws {
        try await Desk.withAcme { desk in
            let command =
                IdentityTests.sued(what: "a\u{200b}b") + ["--key", "sued", "--dry-run"]
            let told = try await desk.done(command)
            #expect(try await desk.head() == Acme.count)
            let body = #"""
                {"actors":[{"actor":"acme","role":"actor"}],"data":{"what":"a\#u{200b}b"},\#
                "key":"sued","no_source":"heard","occurred":null,"summary":"Acme sues."}
                """#
            #expect(told.lines.count == 3)
            #expect(told.lines[1].utf8.elementsEqual(body.utf8))
            #expect(told.lines[2].hasPrefix("\(body.utf8.count) bytes, SHA-256 "))
            let draft = try await desk.done(command + ["--json"])
            #expect(draft.output.hasPrefix(#"{"drafts":[{"body":\#(body),"bytes":"#))
            #expect(draft.output.hasSuffix(#""}],"duplicates":0,"schema":"cases.draft/1"}"# + "\n"))
            #expect(try await desk.head() == Acme.count)
            try await desk.done(
                IdentityTests.sued(what: "a\u{200b}b") + ["--key", "sued"])
            #expect(try await desk.events().last?.body == Array(body.utf8))
            let folder = try await desk.done("import", "acme.yaml", "--dry-run")
            #expect(
                folder.output
                    == "0 events could be recorded, 8 duplicates; nothing was recorded.\n")
        }
    }
}
