import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Migrations at the same moment")
struct MigrationRaceTests {
    @Test("of four migrations at once all succeed, and one of them does the work")
    func together() async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            let workspace = try #require(Workspace(name))
            let applied = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await database.withConnection { connection in
                            try await workspace.migrate(on: connection).count
                        }
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(applied.filter { $0 > 0 }.count == 1)
        }
    }

    @Test("a workspace that is made just before this one would be is taken as it is")
    func justBefore() async throws {
        try await withHeldMigration { name, held, other in
            let workspace = try #require(Workspace(name))
            #expect(try await !workspace.migrate(on: other).isEmpty)
            #expect(try await held().isEmpty)
        }
    }

    @Test("a schema that something else makes just before is refused")
    func strangerJustBefore() async throws {
        try await withHeldMigration { name, held, other in
            try await other.run(script: "CREATE SCHEMA \"\(name)\"")
            await #expect(throws: EventLogError.foreignSchema(name)) { try await held() }
        }
    }

    /// Holds a migration after it has looked for the schema and before it creates it; `body` does
    /// something in between and then calls `held`, which lets it go on.
    private func withHeldMigration(
        _ body: (
            _ name: String, _ held: () async throws -> [String], _ other: Connection
        ) async throws -> Void
    ) async throws {
        try await TestDatabase.current().withScratchDatabase { database in
            try await database.withConnection { holder in
                try await holder.run(script: waitBeforeSchema)
                let workspace = try #require(Workspace("raced"))
                let migration = Task {
                    try await database.withConnection { connection in
                        try await connection.run(script: "SET application_name = 'held'")
                        return try await workspace.migrate(on: connection)
                    }
                }
                try await holder.untilBlocking()
                try await body(
                    "raced",
                    {
                        try await holder.run(script: "SELECT pg_advisory_unlock_all()")
                        return try await migration.value
                    }, holder)
            }
        }
    }

    /// Makes sessions of one name wait for this one before they create a schema.
    private let waitBeforeSchema = """
        SELECT pg_advisory_lock(1);
        CREATE FUNCTION public.wait_for_holder() RETURNS event_trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF current_setting('application_name') = 'held' THEN
                PERFORM pg_catalog.pg_advisory_xact_lock_shared(1);
            END IF;
        END
        $$;
        CREATE EVENT TRIGGER wait_for_holder ON ddl_command_start WHEN TAG IN ('CREATE SCHEMA')
            EXECUTE FUNCTION public.wait_for_holder();
        """
}
