import EventLog
import Postgres
import Testing

@Suite("recorded_by")
struct RecordedByTests {
    @Test("is the login and the name, and between them the role that was set")
    func names() async throws {
        try await Scratch.use { scratch in
            let login = try #require(try await scratch.answer(of: "recorded_by('anna')"))
            #expect(login.hasSuffix("/anna"))
            let user = login.dropLast("/anna".count)
            #expect(!user.contains("/") && !user.contains(":"))
            try await scratch.connection.run(
                script: """
                    GRANT EXECUTE ON FUNCTION "\(scratch.workspace.name)".recorded_by(text)
                        TO cases_writer;
                    SET ROLE cases_writer
                    """)
            let set = try await scratch.connection.query(
                "SELECT \(scratch.workspace).recorded_by('anna')"
            ) { row in try row.next(String.self) }
            try await scratch.connection.run(script: "RESET ROLE")
            #expect(set == ["\(user):cases_writer/anna"])
        }
    }
}
