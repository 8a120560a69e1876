import Foundation
import TestSupport
import Testing

@Suite("A case file that is written again", .serialized)
struct RewrittenCaseFileTests {
    private let command = ["export", "trial", "--format", "yaml", "--comments-from", "old.yaml"]

    /// Records a file, and lends `body` a desk that has it as old.yaml.
    private func with(_ text: String, _ body: (Desk) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(text, to: "old.yaml")
            try await desk.done("import", "old.yaml")
            try await body(desk)
        }
    }

    private func note(_ text: String, _ key: String, at desk: Desk) async throws {
        try await desk.done(
            "add-event", "trial", "note.added", "--key", key, "--set", "text=\(text)")
    }

    @Test(
        "keeps every text, also with line breaks and marks of YAML",
        arguments: [
            "a\nb", "a\n\nb\n", "a\u{2028}b", "<<", "=", " x ", "a: b", "# x", "- x",
            "[x", "'", "\"",
            "null", "1.5", "0o17", "12:30", "a\tb", "!x", "&x", "*x", "%x", "@x", "`x", "x #y", "|",
            ">",
        ])
    func texts(_ text: String) async throws {
        try await with("case: trial\ntitle: T\n") { desk in
            let quoted = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
            try desk.write(
                """
                {"stream":"case/trial","key":"a","type":"note.added","data":{"text":\(quoted)}}

                """, to: "note.jsonl")
            try await desk.done("import", "note.jsonl")
            let head = try await desk.head()
            try desk.write(
                try await desk.done("export", "trial", "--format", "yaml").output, to: "new.yaml")
            #expect(try await desk.json("import", "new.yaml")["head"].integer == head)
        }
    }

    @Test("ends its last line before anything is added")
    func lastLine() async throws {
        try await with("case: trial\ntitle: The trial of Smith") { desk in
            #expect(
                try await desk.done(command).output == "case: trial\ntitle: The trial of Smith\n")
            try await note("x", "a", at: desk)
            #expect(
                try await desk.done(command).output == """
                    case: trial
                    title: The trial of Smith
                    events:
                      - key: a
                        type: note.added
                        data: {text: x}

                    """)
        }
    }

    @Test("adds events to their list, wherever it stands")
    func order() async throws {
        let old =
            "events:\n  - {key: a, type: note.added, data: {text: x}}\ntitle: T\ncase: trial\n"
        try await with(old) { desk in
            try await note("w", "b", at: desk)
            #expect(
                try await desk.done(command).output == """
                    events:
                      - {key: a, type: note.added, data: {text: x}}
                      - key: b
                        type: note.added
                        data: {text: w}
                    title: T
                    case: trial

                    """)
        }
    }

    @Test("keeps registers that the case does not name")
    func registers() async throws {
        let old = """
            sources:
              # About q.
              q: {title: Q, publisher: null, published: null}
            case: trial
            title: T

            """
        try await with(old) { desk in
            let told = try await desk.done(command)
            #expect(told.output == old)
            #expect(told.errors == "")
        }
    }

    @Test("removes an erased event with what stands above it, and can be imported")
    func erased() async throws {
        let old = """
            case: trial
            title: T
            events:
              - {key: a, type: note.added, data: {text: x}}

              # This names the person.
              - {key: b, type: note.added, data: {text: y}}

              # About c.
              - {key: c, type: note.added, data: {text: z}}

            """
        try await with(old) { desk in
            try await desk.done("erase", "trial/b", "--reason", "order 12/31", "--yes")
            let told = try await desk.done(command)
            let parts = old.components(separatedBy: "  # This names the person.\n")
            #expect(told.output == parts[0] + parts[1].split(separator: "\n", maxSplits: 1)[1])
            #expect(
                told.errors.contains(
                    "removed with the comments above, because it was erased: trial/b"))
            try desk.write(told.output, to: "new.yaml")
            try await desk.done("import", "new.yaml")
        }
    }

    @Test(
        "is refused where its entries are no lines",
        arguments: [
            "case: trial\ntitle: T\nevents: [{key: a, type: note.added, data: {text: x}}]\n",
            "{case: trial, title: T}\n", "case: trial\ntitle: T\n...\n",
        ])
    func flow(_ text: String) async throws {
        try await with(text) { desk in
            let told = try await desk.program.run(command)
            #expect(told.exitCode == 64)
        }
    }
}
