import Foundation
import TestSupport
import Testing

@Suite("An import as corrections", .serialized)
struct ImportCorrectionsTests {
    private let command = ["import", "acme.yaml", "--as-corrections", "--reason", "misreading"]

    /// Writes the small case with some texts replaced, and a note behind it.
    private func rewrite(_ desk: Desk, _ changes: [(String, String)]) throws {
        let file = changes.reduce(Acme.file) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
        try desk.write(file, to: "acme.yaml")
    }

    private let changes = [
        ("occurred: 2031-04-02", "occurred: 2031-04-03"), (", scope: management", ""),
        ("title: Order 31/14", "title: Order 31/15"),
    ]

    private let shown = [
        "source/gazette-2031-04-02/captured", "  data.title: Order 31/14 → Order 31/15",
        "acme-seizure/seizure", "  occurred: 2031-04-02 → 2031-04-03",
        "  data.scope: management → nothing",
    ]

    @Test("shows the differences, records them with the file's claims, and nothing twice")
    func recorded() async throws {
        try await Desk.withAcme { desk in
            try rewrite(desk, changes)
            let dry = try await desk.done(command + ["--dry-run"])
            #expect(dry.lines == shown + ["corrections: 2, new: 0; nothing was recorded"])
            #expect(try await desk.head() == Acme.count)
            let told = try await desk.done(command)
            #expect(Array(told.lines.prefix(5)) == shown)
            #expect(told.lines.last == "2 recorded, 6 duplicates; head 10")
            let correction = try await desk.json("show", "acme-seizure#4")["body"]
            #expect(
                correction["claims"] == [["source": "gazette-2031-04-02", "at": "paragraph 2"]])
            #expect(
                correction["data"] == [
                    "event": "acme-seizure/seizure", "reason": "misreading",
                    "set": ["occurred": "2031-04-03", "data.scope": nil],
                ])
            let again = try await desk.done(command)
            #expect(again.lines.first == "The files do not differ from the record.")
            #expect(try await desk.head() == 10)
            #expect(try await desk.json("verify")["ok"] == true)
        }
    }

    @Test("tells a program the same, and records what is new beside it")
    func json() async throws {
        try await Desk.withAcme { desk in
            try rewrite(desk, [("summary: The ministry takes", "summary: Somebody takes")])
            let path = desk.path(of: "acme.yaml")
            let file = try String(contentsOfFile: path, encoding: .utf8)
            let note = "  - {key: more, type: note.added, data: {text: more}}\n"
            try desk.write(file + note, to: "acme.yaml")
            let told = try JSON(try await desk.done(command + ["--json"]).stdout)
            #expect(
                told["differences"] == [
                    [
                        "event": "acme-seizure/seizure", "path": "summary",
                        "from": "The ministry takes control of Acme.",
                        "to": "Somebody takes control of Acme.",
                    ]
                ])
            let new = told["recorded"].elements.filter { $0["replayed"] == false }
            #expect(new.map { $0["event"] } == ["acme-seizure#4", "acme-seizure/more"])
        }
    }

    @Test("leaves a correction that stands, where the file has what was first recorded")
    func kept() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-03", "--reason",
                "typo", "--no-source", "x")
            let told = try await desk.done(command)
            #expect(
                told.errors == """
                    acme-seizure/seizure stands corrected since; to undo that, retract the \
                    correction

                    """)
            #expect(try await desk.head() == 9)
        }
    }

    @Test("is needed for what is recorded otherwise, and refused for what cannot be corrected")
    func refused() async throws {
        try await Desk.withAcme { desk in
            try rewrite(desk, changes)
            #expect(try await desk.run("import", "acme.yaml").errors.contains("--as-corrections"))
            try rewrite(
                desk,
                [
                    ("type: control.taken", "type: control.returned"),
                    (", scope: management", ""), ("title: Order 31/14", "title: Order 31/15"),
                ])
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    acme.yaml:22:5: type: the event with this id is recorded as control.taken
                        no correction changes that: retract the event, and record another
                    """)
            try await refusal.check(command, at: desk)
            for arguments in [["--as-corrections"], ["--reason", "typo"], ["--batch", "1"]] {
                let told = try await desk.program.run(
                    (arguments.contains("--batch") ? command : ["import", "acme.yaml"]) + arguments)
                #expect(told.exitCode == 64)
            }
        }
    }
}
