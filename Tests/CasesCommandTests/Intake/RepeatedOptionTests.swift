import TestSupport
import Testing

@Suite("An option that takes one value, given twice", .serialized)
struct RepeatedOptionTests {
    /// Commands as far as they need no record, and the option that is named.
    private static let wrongs: [([String], String)] = [
        (["add-event", "a", "note.added", "--key", "a", "--key", "b"], "key"),
        (["add-event", "a", "note.added", "--occurred", "2031", "--occurred=2032"], "occurred"),
        (["add-event", "a", "note.added", "--data", "{}", "--data", "{}"], "data"),
        (["add-event", "a", "note.added", "--no-source", "a", "--no-source", "b"], "no-source"),
        (
            ["add-event", "a", "note.added", "--expect-version", "1", "--expect-version", "2"],
            "expect-version"
        ),
        (["add-actor", "a", "--name", "A", "--name", "B", "--type", "group"], "name"),
        (["add-source", "a", "--title", "A", "--title", "B", "--undated"], "title"),
        (["open", "a", "--title", "A", "--title", "A"], "title"),
        (["close", "a", "--outcome", "A", "--outcome", "B"], "outcome"),
        (["correct", "a/b", "--set", "x=y", "--reason", "typo", "--reason", "typo"], "reason"),
        (["retract", "a/b", "--reason", "x", "--reason", "y"], "reason"),
        (["withdraw", "a", "--reason", "x", "--by", "a", "--by", "b"], "by"),
        (["import", "a", "--batch", "1", "--batch", "2"], "batch"),
        (["export", "--format", "jsonl", "--format", "jsonl"], "format"),
        (["timeline", "--as-of", "2031", "a", "--as-of", "2032"], "as-of"),
        (["show", "a", "--known-at", "1", "--known-at", "2"], "known-at"),
        (["diff", "a", "--from", "1", "--to", "2", "--from", "3"], "from"),
        (["db", "migrate", "--workspace", "a", "--workspace", "b"], "workspace"),
        (["verify", "--db", "a", "--db", "b"], "db"),
    ]

    @Test("is refused with its name, on every command")
    func refused() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            for (command, name) in RepeatedOptionTests.wrongs {
                let refusal = Refusal(
                    exitCode: 64, code: "usage",
                    text: """
                        cases: --\(name) is given twice
                               it takes one value: keep one of the two
                        """)
                try await refusal.checkAnswers(command, of: program)
            }
        }
    }

    @Test("is used where it takes many, and behind -- a word is no option")
    func lists() async throws {
        try await Desk.use { desk in
            try await desk.done(
                "add-actor", "a", "--name", "A", "--type", "group", "--also", "B", "--also", "C")
            #expect(
                try await desk.events().last.map { String(decoding: $0.body, as: UTF8.self) }
                    == #"{"data":{"also":["B","C"],"name":"A","type":"group"},"key":"registered"}"#)
            try await desk.done("search", "--", "--limit", "--limit")
        }
    }

    @Test("is refused as a field that is set twice, or by an option of its own too")
    func fields() async throws {
        try await Desk.withAcme { desk in
            let deed = AddEventTests.deed + ["--no-source", "x", "--key", "k", "--undated"]
            for (words, message) in [
                (["--set", "data.what=y"], "\"data.what\" is set twice"),
                (
                    ["--set", "summary=S"],
                    "\"summary\" is set by --set and by an option of its own"
                ),
                (
                    ["--set", "occurred=2031"],
                    "\"occurred\" is set by --set and by an option of its own"
                ),
            ] {
                let told = try await desk.program.run(deed + words)
                #expect(told.exitCode == 64)
                #expect(told.errors.hasPrefix("cases: \(message)\n"), "\(told.errors)")
            }
            #expect(try await desk.head() == Acme.count)
        }
    }
}
