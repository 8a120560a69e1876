import TestSupport
import Testing

@Suite("Export", .serialized)
struct ExportTests {
    /// Lends `body` a desk with the real cases and their export as a file.
    private func withExport(_ body: (Desk, [KeptEvent], String) async throws -> Void) async throws {
        try await Desk.use { desk in
            try await desk.done("import", Fixtures.path)
            let export = try await desk.done("export", "--format", "jsonl")
            try desk.write(export.output, to: "record.jsonl")
            let events = try await desk.events()
            try await body(desk, events, desk.path(of: "record.jsonl"))
        }
    }

    @Test("Imported elsewhere it gives the same streams, versions, ids and bodies, byte for byte")
    func round() async throws {
        try await withExport { _, events, file in
            #expect(events.count == 214)
            try await Desk.use { other in
                try await other.done("import", file)
                #expect(try await other.events() == events)
                let bodies = try await other.done("export", "--format", "jsonl").lines.count
                #expect(bodies == 214)
            }
        }
    }

    @Test("Piped into another workspace it gives the same, and twice it records nothing")
    func pipe() async throws {
        try await withExport { desk, events, _ in
            try await Desk.use { other in
                let line = """
                    set -o pipefail
                    cases export --format jsonl | cases import - --workspace \(other.workspace)
                    """
                for _ in 1...2 {
                    let told = try await desk.program.run(shell: line)
                    #expect(told.exitCode == 0, "\(told.errors)")
                    #expect(try await other.events() == events)
                }
            }
        }
    }

    @Test("In batches it gives the same")
    func batches() async throws {
        try await withExport { _, events, file in
            try await Desk.use { other in
                try await other.done("import", file, "--batch", "7")
                #expect(try await other.events() == events)
            }
        }
    }

    @Test("Of one case it has the registers that only a retracted correction names")
    func retractedCorrection() async throws {
        try await Desk.withAcme { desk in
            try await desk.done("add-actor", "bolt", "--name", "Bolt", "--type", "company")
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "data.asset=bolt", "--reason",
                "wrong_identity", "--no-source", "heard")
            try await desk.done("retract", "acme-seizure#4", "--reason", "it was Acme after all")
            let export = try await desk.done("export", "acme-seizure", "--format", "jsonl")
            try desk.write(export.output, to: "case.jsonl")
            try await Desk.use { other in
                try await other.done("import", desk.path(of: "case.jsonl"))
                #expect(try await other.done("export", "--format", "jsonl").lines.count == 11)
            }
        }
    }

    @Test(
        "A line has the members of an import line and those of the event's place, each of its kind")
    func line() async throws {
        try await Desk.withAcme { desk in
            let lines = try await desk.done("export", "--format", "jsonl").lines.map {
                try JSON($0)
            }
            #expect(lines.map { $0["position"].integer } == (1...8).map { $0 })
            let last = try #require(lines.last)
            #expect(
                last.names == [
                    "stream", "type", "key", "occurred", "summary", "actors", "claims", "links",
                    "data", "id", "position", "version", "recorded_at", "recorded_by", "leaf",
                ])
            #expect(last["stream"] == "case/acme-seizure")
            // UUIDv5 of "case/acme-seizure/seizure" in the namespace of this project.
            #expect(last["id"] == "bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
            #expect(last["version"] == 3)
            #expect(last["recorded_by"] == "postgres/tester")
            let time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/
            #expect(try time.wholeMatch(in: #require(last["recorded_at"].string)) != nil)
            #expect(try /[0-9a-f]{64}/.wholeMatch(in: #require(last["leaf"].string)) != nil)
        }
    }

    @Test("Of one case it has that case and the registers that it names, in order of position")
    func one() async throws {
        try await withExport { desk, events, _ in
            let export = try await desk.done(
                "export", "wingtech-export-suspension", "--format", "jsonl")
            let lines = try export.lines.map { try JSON($0) }
            let streams = lines.compactMap { $0["stream"].string }
            #expect(
                Set(streams) == [
                    "source/wsj-2025-10-14", "actor/china", "actor/nexperia",
                    "actor/wingtech-technology", "case/wingtech-export-suspension",
                ])
            let positions = lines.compactMap { $0["position"].integer }
            #expect(positions == positions.sorted())
            #expect(lines.count == 7)
        }
    }
}
