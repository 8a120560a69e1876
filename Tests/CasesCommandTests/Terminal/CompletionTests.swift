import Foundation
import TestSupport
import Testing

@testable import CasesCommand

@Suite("Completion in a shell", .serialized)
struct CompletionTests {
    /// What bash offers for the last of some words.
    private func offers(_ words: [String], at desk: Desk) async throws -> [String] {
        let line = words.joined(separator: " ")
        let told = try await desk.program.run(
            shell: """
                source <(cases completion bash)
                COMP_WORDS=(\(words.map { "'\($0)'" }.joined(separator: " ")))
                COMP_CWORD=\(words.count - 1)
                COMP_LINE='\(line)'
                COMP_POINT=${#COMP_LINE}
                _cases cases '\(words[words.count - 1])' '\(words[words.count - 2])'
                printf '%s\\n' "${COMPREPLY[@]}"
                """)
        #expect(told.errors.isEmpty)
        return told.lines.filter { !$0.isEmpty }.sorted()
    }

    @Test("offers the cases, events, actors and sources of the record, and the words of a list")
    func names() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("open", "acme-sale", "--title", "The sale of Acme")
            for (words, names) in [
                (["timeline", ""], ["acme-sale", "acme-seizure"]),
                (["timeline", "acme-se"], ["acme-seizure"]),
                (["show", "acme-s"], ["acme-sale", "acme-seizure"]),
                (
                    ["show", "acme-se"],
                    [
                        "acme-seizure", "acme-seizure/opened", "acme-seizure/seizure",
                        "acme-seizure/warning",
                    ]
                ),
                (["chain", "acme-seizure/s"], ["acme-seizure/seizure"]),
                (["chain", "nothing/s"], []),
                (["sources", "gaz"], ["gazette-2031-04-02"]),
                (["timeline", "--actor", "nl-economy-ministe"], ["nl-economy-minister"]),
                (["timeline", "--type", "control.t"], ["control.taken"]),
                (["types", "control.t"], ["control.taken"]),
                (["correct", "acme-seizure/se"], ["acme-seizure/seizure"]),
                (["rebuild", "stat"], ["states"]), (["completion", "z"], ["zsh"]),
                (["timelin"], ["timeline"]), (["list", "--format", "js"], ["json", "jsonl"]),
            ] {
                #expect(try await offers(["cases"] + words, at: desk) == names, "\(words)")
            }
        }
    }

    @Test("offers case files for an import, and any file for --lock")
    func files() async throws {
        try await Desk.withAcme { desk in
            try desk.write("", to: "acme.txt")
            #expect(try await offers(["cases", "import", "ac"], at: desk) == ["acme.yaml"])
            #expect(
                try await offers(["cases", "rebuild", "--lock", "ac"], at: desk)
                    == ["acme.txt", "acme.yaml"])
        }
    }

    @Test("is silent where there is no database, and starts no server to find one")
    func silent() async throws {
        try await Desk.withFolder { folder in
            let desk = Desk(
                database: try TestDatabase.current(), workspace: "none", folder: folder,
                program: Program(
                    environment: ["HOME": folder.path, "XDG_DATA_HOME": folder.path],
                    folder: folder))
            #expect(try await offers(["cases", "show", "a"], at: desk) == [])
            let url = "postgresql://nobody@127.0.0.1:1/none"
            #expect(try await offers(["cases", "show", "--db", url, "a"], at: desk) == [])
            let status = try await desk.done("db", "status").lines
            #expect(status.first == "private PostgreSQL is not there yet: cases db start")
        }
    }

    @Test(
        "looks into the database and the workspace that the line names",
        arguments: [
            (["cases", "show", "--db", "postgresql:///a", "b"], "postgresql:///a"),
            (["cases", "--db=postgresql:///a"], "postgresql:///a"),
            (["cases", "--db", "=", "postgresql", ":", "///a", "b"], "postgresql:///a"),
            (["cases", "--db", "'host=/tmp dbname=a'", "b"], "host=/tmp dbname=a"),
            (["cases", "--db", "a", "--db", "b"], "b"), (["cases", "show", "a"], nil),
            (["cases", "--db"], nil),
        ] as [([String], String?)])
    func values(_ words: [String], _ value: String?) {
        #expect(RecordNames(words: words).value(of: "--db") == value)
    }

    @Test("has a script for each shell", arguments: ["bash", "zsh", "fish"])
    func scripts(_ shell: String) async throws {
        try await Desk.withFolder { folder in
            let told = try await Program(environment: [:], folder: folder).run([
                "completion", shell,
            ])
            #expect(told.exitCode == 0)
            #expect(told.output.contains("---completion"))
        }
    }
}
