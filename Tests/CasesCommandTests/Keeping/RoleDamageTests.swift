import Postgres
import TestSupport
import Testing

@Suite("Roles and triggers around a workspace", .timeLimit(.minutes(10)))
struct RoleDamageTests {
    /// What somebody may do to the server, what undoes it, and what doctor then says.
    private static let damages: [(script: String, undo: String, finding: String)] = [
        (
            "GRANT cases_owner TO cases_writer", "REVOKE cases_owner FROM cases_writer",
            "role cases_writer is a member of cases_owner"
        ),
        (
            "ALTER ROLE cases_writer SET search_path = public",
            "ALTER ROLE cases_writer RESET search_path",
            "role cases_writer has settings of its own: search_path=public"
        ),
        (
            "ALTER ROLE cases_reader LOGIN", "ALTER ROLE cases_reader NOLOGIN",
            "role cases_reader may log in, or is bound by no privilege"
        ),
        (
            "ALTER DEFAULT PRIVILEGES IN SCHEMA cases GRANT INSERT ON TABLES TO PUBLIC",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA cases REVOKE INSERT ON TABLES FROM PUBLIC",
            "default privileges of postgres in the schema"
        ),
        (
            "CREATE ROLE anna SUPERUSER LOGIN IN ROLE cases_writer", "DROP ROLE anna",
            "role anna, a member of cases_writer, is a superuser"
        ),
        (
            """
            CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql
                AS 'BEGIN END';
            CREATE EVENT TRIGGER watch ON ddl_command_end EXECUTE FUNCTION public.watch()
            """, "DROP EVENT TRIGGER watch; DROP FUNCTION public.watch()",
            "event trigger watch runs public.watch"
        ),
    ]

    @Test("are found by doctor, each in words, and only while they are there")
    func found() async throws {
        try await OwnServer.use { server in
            try await server.desk.database.withConnection { owner in
                for damage in RoleDamageTests.damages {
                    try await owner.run(script: damage.script)
                    let told = try await server.desk.run("doctor")
                    #expect(told.exitCode == 1)
                    let words = told.output.split(whereSeparator: \.isWhitespace)
                        .joined(separator: " ")
                    #expect(words.contains(damage.finding), "\(told.output)")
                    try await owner.run(script: damage.undo)
                    #expect(try await server.desk.run("doctor").exitCode == 0)
                }
            }
        }
    }
}
