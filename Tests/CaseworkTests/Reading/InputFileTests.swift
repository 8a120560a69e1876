import Foundation
import TestSupport
import Testing

@testable import Casework

@Suite("The files of an import")
struct InputFileTests {
    @Test("Of a folder it is every case file below, in the byte order of paths, and nothing else")
    func order() async throws {
        try await Desk.withFolder { folder in
            for name in [
                "b.yaml", "a/z.jsonl", "a/B.yml", "a/b.yml", "a-b.yaml", "é.yaml", "notes.txt",
                "yaml", "a.yaml.bak", "sub.yaml/x.jsonl",
            ] {
                let file = folder.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data().write(to: file)
            }
            // "-" stands before "/" in ASCII, capitals before small letters, é behind all.
            let names = [
                "a-b.yaml", "a/B.yml", "a/b.yml", "a/z.jsonl", "b.yaml", "sub.yaml/x.jsonl",
            ]
            let files = try InputFile.expand([folder.path])
            #expect(files.map(\.name) == (names + ["é.yaml"]).map { folder.path + "/" + $0 })
            let slashed = try InputFile.expand([folder.path + "/"])
            #expect(slashed.map(\.name) == files.map(\.name))
        }
    }

    @Test("Arguments keep their order, and - is standard input")
    func arguments() async throws {
        try await Desk.withFolder { folder in
            for name in ["a.yaml", "b.jsonl"] {
                try Data().write(to: folder.appendingPathComponent(name))
            }
            let given = [folder.path + "/b.jsonl", "-", folder.path + "/a.yaml"]
            let files = try InputFile.expand(given)
            #expect(files.map(\.name) == given)
            #expect(files.map(\.form) == [.jsonLines, nil, .yaml])
            #expect(files.map(\.isRereadable) == [true, false, true])
        }
    }
}
