import Foundation
import TestSupport
import Testing

@Suite("ops/anchor", .serialized)
struct GitAnchorTests {
    private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("ops/anchor").path

    /// Lends `body` a desk with a signed log and an empty repository with a remote one, and the
    /// command that anchors.
    private func withRepository(_ body: (Desk, String) async throws -> Void) async throws {
        try await Desk.withAcme { desk in
            var desk = desk
            for role in ["AUTHOR", "COMMITTER"] {
                desk.program.environment["GIT_\(role)_NAME"] = "Tester"
                desk.program.environment["GIT_\(role)_EMAIL"] = "tester@example.org"
            }
            let key = try await desk.newKey()
            try await desk.done("log", "sign", "--key", "log.key")
            let made = try await desk.program.run(
                shell: """
                    git init --quiet --bare remote && git clone --quiet remote clone \
                    && cd clone && git commit --quiet --allow-empty --message Start \
                    && git push --quiet --set-upstream origin HEAD
                    """)
            try #require(made.exitCode == 0, Comment(rawValue: made.errors))
            try await body(desk, "'\(GitAnchorTests.script)' clone '\(key)'")
        }
    }

    private func subjects(_ desk: Desk, in repository: String) async throws -> [String] {
        try await desk.program.run(shell: "git -C \(repository) log --reverse --format=%s").lines
    }

    @Test("commits and pushes each checkpoint once, with the proof that it continues the last one")
    func anchor() async throws {
        try await withRepository { desk, anchor in
            let first = try await desk.done("log", "checkpoint").output
            for _ in 0..<2 {
                let told = try await desk.program.run(shell: anchor)
                #expect(told.exitCode == 0, Comment(rawValue: told.errors))
            }
            #expect(try desk.text(of: "clone/checkpoint") == first)
            #expect(try desk.text(of: "clone/consistency") == "old 0\n\n" + first)
            try desk.write(first, to: "first.txt")
            try await desk.done("close", "acme-seizure", "--outcome", "Over.")
            try await desk.done("log", "sign", "--key", "log.key")
            #expect(try await desk.program.run(shell: anchor).exitCode == 0)
            let proof = try await desk.done("log", "consistency", "first.txt").output
            #expect(try desk.text(of: "clone/consistency") == proof)
            for repository in ["clone", "remote"] {
                let subjects = try await subjects(desk, in: repository)
                #expect(subjects == ["Start", "Checkpoint of 8 events", "Checkpoint of 9 events"])
            }
        }
    }

    @Test("pushes what an earlier push left behind, and to a repository that is still empty")
    func pushedLater() async throws {
        try await withRepository { desk, anchor in
            _ = try await desk.program.run(shell: "mv remote away")
            #expect(try await desk.program.run(shell: anchor).exitCode != 0)
            _ = try await desk.program.run(
                shell:
                    "rm -rf away; git init --quiet --bare remote && git -C clone branch --unset-upstream"
            )
            #expect(try await desk.program.run(shell: anchor).exitCode == 0)
            let subjects = try await subjects(desk, in: "remote")
            #expect(subjects == ["Start", "Checkpoint of 8 events"])
        }
    }

    @Test("refuses a log that does not continue what was committed, and leaves the repository")
    func refused() async throws {
        try await withRepository { desk, anchor in
            #expect(try await desk.program.run(shell: anchor).exitCode == 0)
            let before = try desk.text(of: "clone/checkpoint")
            try await desk.replaceTail("takes control of", by: "lets go of")
            try await desk.done("db", "forget")
            try await desk.done("log", "sign", "--key", "log.key", "--state", "other.last")
            // What lies in the folder can be changed by everybody who works there.
            try desk.write(try await desk.done("log", "checkpoint").output, to: "clone/checkpoint")
            let told = try await desk.program.run(shell: anchor)
            #expect(told.exitCode == 1)
            #expect(told.errors.contains("rewritten"))
            let committed = try await desk.program.run(shell: "git -C clone show HEAD:checkpoint")
            #expect(committed.output == before)
            let subjects = try await subjects(desk, in: "remote")
            #expect(subjects == ["Start", "Checkpoint of 8 events"])
        }
    }

    @Test("called wrongly or without a repository it ends with 64")
    func usage() async throws {
        try await withRepository { desk, anchor in
            let elsewhere = anchor.replacing(" clone ", with: " bundle ")
            for line in ["'\(GitAnchorTests.script)'", elsewhere] {
                let told = try await desk.program.run(shell: line)
                #expect(told.exitCode == 64)
            }
        }
    }
}
