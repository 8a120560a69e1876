import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("A folder of case files")
struct InputFolderTests {
    private func names(_ folder: URL) throws -> [String] {
        try InputFile.expand([folder.path]).map { String($0.name.dropFirst(folder.path.count + 1)) }
    }

    private func make(_ names: String..., in folder: URL) throws {
        for name in names {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data().write(to: file)
        }
    }

    private func refusal(_ folder: URL) -> CaseworkError? {
        do throws(CaseworkError) {
            _ = try InputFile.expand([folder.path])
            return nil
        } catch {
            return error
        }
    }

    @Test("has no hidden files, and takes names in capitals and small letters")
    func hidden() async throws {
        try await Desk.withFolder { folder in
            try make(".a.yaml", ".git/b.yaml", "._c.yaml", in: folder)
            try make("D.YAML", "e.Yml", "f/G.JSONL", in: folder)
            #expect(try names(folder) == ["D.YAML", "e.Yml", "f/G.JSONL"])
        }
    }

    @Test("in which nothing is found is an error that says what is looked for")
    func empty() async throws {
        try await Desk.withFolder { folder in
            try make("notes.txt", ".a.yaml", "yaml", in: folder)
            let error = refusal(folder)
            #expect(error?.code == .unreadable)
            #expect(error?.message == "\(folder.path) holds no case file")
            #expect(
                error?.hint
                    == "of a folder *.yaml, *.yml and *.jsonl are read, but no hidden files")
        }
    }

    @Test("follows links, and comes to an end where they go in a circle")
    func links() async throws {
        try await Desk.withFolder { folder in
            try make("a/x.yaml", "elsewhere.yaml", in: folder)
            let manager = FileManager.default
            for (link, target) in [("a/up", ".."), ("b", "a"), ("y.yaml", "elsewhere.yaml")] {
                try manager.createSymbolicLink(
                    atPath: folder.appendingPathComponent(link).path, withDestinationPath: target)
            }
            #expect(try names(folder) == ["a/x.yaml", "elsewhere.yaml", "y.yaml"])
            try manager.createSymbolicLink(
                atPath: folder.appendingPathComponent("gone.yaml").path, withDestinationPath: "no")
            #expect(refusal(folder)?.message == "\(folder.path)/gone.yaml cannot be read")
        }
    }

    @Test("in which a pipe has the name of a case file is refused at once")
    func pipe() async throws {
        try await Desk.withFolder { folder in
            try make("a.yaml", in: folder)
            try #require(mkfifo(folder.appendingPathComponent("b.yaml").path, 0o600) == 0)
            let error = refusal(folder)
            #expect(error?.code == .unreadable)
            #expect(error?.message == "\(folder.path)/b.yaml cannot be read")
        }
    }

    @Test(
        "A name that says nothing leaves it to the first line",
        arguments: [
            ("{\"stream\":\"case/a\"}\n", .jsonLines), ("\n  {\"a\":1} \r\n{}", .jsonLines),
            ("\u{feff}{}\n", .jsonLines), ("case: a\n", .yaml), ("{case: a}\n", .yaml),
            ("{\n  \"case\": \"a\"\n}\n", .yaml), ("# {\n", .yaml),
        ] as [(String, InputFile.Form)])
    func forms(_ text: String, _ form: InputFile.Form) async throws {
        try await Desk.withFolder { folder in
            let file = folder.appendingPathComponent("events")
            try Data(text.utf8).write(to: file)
            let input = try #require(InputFile.expand([file.path]).first)
            #expect(try OpenedInput(input).form == form)
        }
    }

    @Test("A text that is not UTF-8 is refused at the first byte that is none")
    func encoding() async throws {
        try await Desk.withFolder { folder in
            let file = folder.appendingPathComponent("a.yaml")
            for (bytes, line, hint) in [
                (Array("case: a\r\ntitle: caf".utf8) + [0xe9, 0x0a], 2, "save the file as UTF-8"),
                ([0xff, 0xfe, 0x63, 0x00], 1, "it is UTF-16: save the file as UTF-8"),
            ] {
                try Data(bytes).write(to: file)
                let input = try OpenedInput(try #require(InputFile.expand([file.path]).first))
                let error = #expect(throws: CaseworkError.self) { _ = try input.text() }
                #expect(error?.faults.map(\.line) == [line])
                #expect(error?.faults.map(\.hint) == [hint])
            }
        }
    }
}
