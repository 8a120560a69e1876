import Foundation
import TestSupport
import Testing

@Suite("The export of a case as a case file", .serialized)
struct CaseFileExportTests {
    private static let fix = "7b6c6f5e-0000-4000-8000-000000000000"

    @Test("is taken for unchanged by an import, for every case of Fixtures")
    func fixtures() async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let head = try await desk.head()
            for item in try await desk.json("list")["cases"].elements {
                let slug = try #require(item["case"].string)
                try desk.write(
                    try await desk.done("export", slug, "--format", "yaml").output,
                    to: "\(slug).yaml")
                let told = try await desk.json("import", "\(slug).yaml")
                #expect(told["head"].integer == head)
            }
        }
    }

    @Test(
        "keeps an older file byte for byte where nothing was recorded since",
        arguments: ["\n", "\r\n"])
    func unchanged(end: String) async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            for name in ["nexperia-seizure", "nvidia-h20-china", "aivres-entity-list"] {
                let path = Fixtures.path + "/\(name).yaml"
                let text = try String(contentsOfFile: path, encoding: .utf8)
                    .replacingOccurrences(of: "\n", with: end)
                try desk.write(text, to: "old.yaml")
                let told = try await desk.done(
                    "export", name, "--format", "yaml", "--comments-from", "old.yaml")
                #expect(told.stdout == Array(text.utf8))
            }
        }
    }

    @Test(
        "writes short things on one line, in the order of the language, in quotation marks if need be"
    )
    func text() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "add-event", "acme-seizure", "note.added", "--key", "yes", "--set", "text=null")
            let told = try await desk.done("export", "acme-seizure", "--format", "yaml")
            #expect(told.errors.isEmpty)
            #expect(
                told.output == """
                    sources:
                      gazette-2031-04-02: {title: Order 31/14, publisher: State Gazette, published: 2031-04-02, grade: A1}
                      letter-2031-04-10: {title: Letter to parliament, publisher: null, published: 2031-04-10}
                    actors:
                      acme:
                        name: Acme Semiconductors
                        type: company
                        country: NL
                        also: [Acme Semi]
                      nl-economy-ministry: {name: Ministry of Economic Affairs, type: agency, country: NL}
                      nl-economy-minister: {name: Minister of Economic Affairs, type: person, country: NL}
                    case: acme-seizure
                    title: The seizure of Acme Semiconductors
                    events:
                      - key: warning
                        type: threat.made
                        occurred: 2031-03
                        summary: The ministry warns Acme that it may step in.
                        actors:
                        - {role: actor, actor: nl-economy-ministry}
                        - {role: target, actor: acme}
                        claims:
                        - {source: gazette-2031-04-02, at: paragraph 1, printed: last month}
                        data: {threatened: taking control}
                      - key: seizure
                        type: control.taken
                        occurred: 2031-04-02
                        summary: The ministry takes control of Acme.
                        actors:
                        - {role: actor, actor: nl-economy-ministry}
                        - {role: target, actor: acme}
                        claims:
                        - {source: gazette-2031-04-02, at: paragraph 2}
                        links:
                        - relation: follows
                          to: acme-seizure/warning
                          basis: temporal
                          asserted_by: [gazette-2031-04-02]
                          disputed_by:
                          - {actor: nl-economy-minister, source: letter-2031-04-10}
                        data: {asset: acme, scope: management}
                      - key: 'yes'
                        type: note.added
                        data: {text: 'null'}

                    """)
        }
    }

    @Test("says what was corrected and retracted since, keeps comments, and adds what is new")
    func merged() async throws {
        try await Desk.withAcme { desk in
            let old =
                Acme.file
                .replacingOccurrences(
                    of: "  - key: seizure", with: "\n  # The order itself.\n  - key: seizure")
                + "\n# Ends here.\n"
            try desk.write(old, to: "old.yaml")
            try await desk.done(
                "correct", "acme-seizure/seizure", "--id", CaseFileExportTests.fix, "--set",
                "occurred=2031-04-03",
                "--reason", "typo", "--no-source", "x")
            let command = ["export", "acme-seizure", "--format", "yaml", "--comments-from"]
            let told = try await desk.done(command + ["old.yaml"])
            let remark = "  #: corrected since: occurred is \"2031-04-03\"\n"
            let fix = """
                  - id: \(CaseFileExportTests.fix)
                    type: event.corrected
                    no_source: x
                    data:
                      event: acme-seizure/seizure
                      set: {occurred: 2031-04-03}
                      reason: typo

                """
            let parts = old.components(separatedBy: "  - key: seizure")
            let end = "\n# Ends here.\n"
            #expect(
                told.output == parts[0] + remark + "  - key: seizure"
                    + parts[1].dropLast(end.count) + fix + end)
            // Its own remarks are written anew, not added up.
            try desk.write(told.output, to: "new.yaml")
            #expect(try await desk.done(command + ["new.yaml"]).output == told.output)
            #expect(try await desk.json("import", "new.yaml")["head"].integer == 9)
        }
    }

    @Test("keeps what is not recorded yet, and says so")
    func unrecorded() async throws {
        try await Desk.withAcme { desk in
            try desk.write(
                Acme.file + "  - {key: more, type: note.added, data: {text: more}}\n",
                to: "old.yaml")
            let told = try await desk.done(
                "export", "acme-seizure", "--format", "yaml", "--comments-from", "old.yaml")
            #expect(told.output == (try desk.text(of: "old.yaml")))
            #expect(
                told.errors
                    == "in the old file, but not recorded: acme-seizure/more\n")
        }
    }

    @Test("names events that a case file cannot hold")
    func unsaid() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("withdraw", "letter-2031-04-10", "--reason", "other")
            let told = try await desk.done("export", "acme-seizure", "--format", "yaml")
            #expect(
                told.errors.hasPrefix(
                    "not in the file, because a case file cannot hold it: source/"
                ))
        }
    }

    @Test("refuses an older file of another case, and one whose entries share a line")
    func refused() async throws {
        try await Desk.withAcme { desk in
            try desk.write("case: other\ntitle: Other\n", to: "other.yaml")
            try desk.write(
                "actors: {a: {name: A, type: company}, b: {name: B, type: company}}\n",
                to: "flat.yaml")
            for (file, words) in [
                ("other.yaml", "cases: the old file is about the case other"),
                ("flat.yaml", "cases: flat.yaml:1: entries in braces or on one line"),
            ] {
                let told = try await desk.run(
                    "export", "acme-seizure", "--format", "yaml", "--comments-from", file)
                #expect(told.exitCode == 64)
                #expect(told.errors.hasPrefix(words))
            }
        }
    }

    @Test("reads back the same from any text")
    func hostile() async throws {
        try await Desk.use { desk in
            try desk.write(Hostile.lines(), to: "bad.jsonl")
            try await desk.done("import", "bad.jsonl")
            let head = try await desk.head()
            let told = try await desk.done("export", "bad", "--format", "yaml")
            try desk.write(told.output, to: "bad.yaml")
            #expect(try await desk.json("import", "bad.yaml")["head"].integer == head)
        }
    }
}
