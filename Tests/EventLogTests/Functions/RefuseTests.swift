import EventLog
import Foundation
import Postgres
import Testing

/// `refuse_version`, `refuse_clash` and `refuse_malformed`: a code, a sentence for people, and the values
/// for programs.
@Suite("A refusal of the log")
struct RefuseTests {
    /// What the server reports of a call.
    private func report(of call: String) async throws -> ServerReport {
        try await Scratch.use { scratch in
            let error = await #expect(throws: PostgresError.self) {
                try await scratch.connection.run(
                    script: "SELECT \"\(scratch.workspace.name)\".\(call)")
            }
            return try #require(error?.report)
        }
    }

    private func detail(_ report: ServerReport) throws -> NSDictionary {
        let text = try #require(report[field: .detail])
        return try #require(
            try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
    }

    @Test("of another version names the stream and both versions")
    func version() async throws {
        let report = try await report(of: "refuse_version('case/a\"b', 4, 3)")
        #expect(report.state == "LG001")
        #expect(
            report.message
                == "stream case/a\"b is at version 4, not 3; read it again, then decide")
        #expect(
            try detail(report)
                == ["stream": "case/a\"b", "actual": 4, "expected": 3] as NSDictionary)
    }

    @Test("of a clash names the event")
    func clash() async throws {
        let id = "0d4f7a52-6a3e-4c8e-9a0a-3f6f4d8f1c2b"
        let report = try await report(of: "refuse_clash('\(id)')")
        #expect(report.state == "LG002")
        #expect(try detail(report) == ["event": id] as NSDictionary)
    }

    @Test("of a malformed event names it and the reason")
    func malformed() async throws {
        let id = "0d4f7a52-6a3e-4c8e-9a0a-3f6f4d8f1c2b"
        let report = try await report(of: "refuse_malformed('\(id)', 'its key is not a slug')")
        #expect(report.state == "LG003")
        #expect(report.message == "event \(id) cannot be recorded: its key is not a slug")
        #expect(
            try detail(report)
                == ["event": id, "reason": "its key is not a slug"] as NSDictionary)
    }
}
