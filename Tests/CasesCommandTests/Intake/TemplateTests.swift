import Foundation
import TestSupport
import Testing

@Suite("A new case file")
struct TemplateTests {
    private static let words = [
        "title:": "A", "publisher:": "P", "published:": "2031-04-02", "name:": "Acme",
        "type:": "company",
        "occurred:": "2031-04", "summary:": "It happens.", "at:": "page 1", "asset:": "first-actor",
    ]

    /// The template with a value in every field that has none.
    private func filled(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let parts = line.components(separatedBy: "  # ")
            let name = parts[0].trimmingCharacters(in: .whitespaces)
            guard parts.count == 2, let word = TemplateTests.words[name] else {
                return String(line)
            }
            return parts[0].replacingOccurrences(of: name, with: "\(name) \(word)")
        }.joined(separator: "\n")
    }

    @Test("is refused until its fields have values, and then imported")
    func template() async throws {
        try await Desk.use { desk in
            let text = try await desk.done("new", "acme-seizure", "--type", "control.taken").output
            try desk.write(text, to: "new.yaml")
            let told = try await desk.run("import", "--dry-run", "new.yaml")
            #expect(told.exitCode == 65)
            let missing = told.errors.split(separator: "\n").filter { $0.hasPrefix("new.yaml:") }
            let names = missing.map { $0.split(separator: "\"")[1] }
            #expect(
                names == [
                    "title", "publisher", "published", "name", "type", "title", "occurred",
                    "summary", "at",
                    "asset",
                ])
            try desk.write(filled(text), to: "new.yaml")
            #expect(
                try await desk.done("import", "new.yaml").lines.last
                    == "4 recorded, 0 duplicates; head 4")
        }
    }

    @Test("has an event of each type that is asked for, and none that belongs to no case")
    func types() async throws {
        try await Desk.withFolder { folder in
            let program = Program(environment: [:], folder: folder)
            let told = try await program.run([
                "new", "acme", "--type", "threat.made", "--type", "note.added",
            ])
            #expect(told.output.contains("  - key: first-event"))
            #expect(told.output.contains("    type: threat.made"))
            #expect(told.output.contains("  - key: event-2"))
            #expect(told.output.contains("    type: note.added"))
            for command in [["new", "Acme"], ["new", "acme", "--type", "source.captured"]] {
                #expect(try await program.run(command).exitCode == 64)
            }
        }
    }
}
