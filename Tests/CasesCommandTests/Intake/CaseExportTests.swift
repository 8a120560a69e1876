import TestSupport
import Testing

@Suite("The export of one case", .serialized)
struct CaseExportTests {
    /// Two cases, of which the second answers the first.
    private static let files = """
        sources:
          log: {title: Log, publisher: A, published: 2031-04-09}
          other: {title: Other, publisher: B, published: 2031-04-09}
        actors:
          acme: {name: Acme, type: company}
        case: cause
        title: Cause
        events:
          - {key: act, type: action.taken, occurred: 2031-04-02, summary: An act.,
             actors: [{role: actor, actor: acme}], claims: [{source: other}], data: {what: x}}

        """
    private static let answer = """
        case: answer
        title: Answer
        events:
          - key: act
            type: action.taken
            occurred: 2031-04-05
            summary: An answer.
            actors: [{role: actor, actor: acme}]
            claims: [{source: log}]
            data: {what: x}
            links:
              - {relation: responds_to, to: cause/act, basis: explicit, asserted_by: [log]}

        """

    private func withTwoCases(_ body: (Desk) async throws -> Void) async throws {
        try await Desk.use { desk in
            try desk.write(CaseExportTests.files, to: "a.yaml")
            try desk.write(CaseExportTests.answer, to: "b.yaml")
            try await desk.done("import", "a.yaml", "b.yaml")
            try await body(desk)
        }
    }

    @Test("says on standard error which events of others it names")
    func missing() async throws {
        try await withTwoCases { desk in
            let told = try await desk.done("export", "answer", "--format", "jsonl")
            // The source, the actor, the case and its event.
            #expect(told.lines.count == 4)
            #expect(
                told.errors == """
                    named and not exported: cause/act
                    import these first, or export them too: --with-linked

                    """)
            let both = try await desk.done("export", "answer", "cause", "--format", "jsonl")
            #expect(both.errors.isEmpty)
            let cause = try await desk.done("export", "cause", "--format", "jsonl")
            #expect(cause.errors.isEmpty)
        }
    }

    @Test("takes the linked cases along where that is asked for, and can be imported alone")
    func linked() async throws {
        try await withTwoCases { desk in
            let told = try await desk.done(
                "export", "answer", "--with-linked", "--format", "jsonl")
            #expect(told.errors.isEmpty)
            try desk.write(told.output, to: "answer.jsonl")
            let events = try await desk.events()
            try await Desk.use { other in
                try await other.done("import", desk.path(of: "answer.jsonl"))
                #expect(try await other.events() == events)
            }
        }
    }
}
