import EventLog
import Postgres
import Schema
import TestSupport
import Testing

@Suite("Migrations")
struct MigrationTests {
    @Test("a second migration finds nothing to do and changes nothing")
    func twice() async throws {
        try await TestDatabase.current().withWorkspaceName { name in
            try await TestDatabase.current().withConnection { connection in
                let workspace = try #require(Workspace(name))
                let applied = try await workspace.migrate(on: connection)
                #expect(applied.contains("migrations/005_event"))
                #expect(applied.contains("functions/append_one"))
                #expect(try await workspace.migrate(on: connection).isEmpty)
                #expect(try await workspace.schemaDifferences(on: connection).isEmpty)
            }
        }
    }

    @Test("a migration waits for no lock that a reader can take")
    func readersLocks() async throws {
        try await Scratch.use { scratch in
            let name = scratch.workspace.name
            try await scratch.database.withConnection { reader in
                try await reader.run(
                    script: """
                        SET ROLE cases_reader; BEGIN;
                        SELECT pg_advisory_lock(hashtextextended('cases.migrate/\(name)', 0));
                        LOCK TABLE "\(name)".migration, "\(name)".head IN ACCESS SHARE MODE;
                        SELECT count(*) FROM "\(name)".event
                        """)
                #expect(try await scratch.workspace.migrate(on: scratch.connection).isEmpty)
            }
        }
    }

    @Test("a migration makes good what was switched off, replaced or granted")
    func repair() async throws {
        try await Scratch.use { scratch in
            for damage in [
                "ALTER TABLE WS.event DISABLE TRIGGER event_refuses_delete",
                "DROP FUNCTION WS.leaf(text) CASCADE",
                "GRANT DELETE ON WS.event TO cases_writer",
            ] {
                #expect(try await scratch.state(of: damage) == nil)
                #expect(try await !scratch.differences().isEmpty)
                _ = try await scratch.workspace.migrate(on: scratch.connection)
                #expect(try await scratch.differences().isEmpty, "\(damage)")
            }
        }
    }

    @Test("a migration that was applied with another text, or by a newer program, is refused")
    func foreign() async throws {
        try await Scratch.use { scratch in
            for (object, reason) in [
                ("migrations/003_head", EventLogError.Reason.changed),
                ("migrations/999_future", .unknown),
            ] {
                let insert = """
                    INSERT INTO WS.migration (object, digest) VALUES ('\(object)', sha256('x'))
                    """
                try #require(try await scratch.state(of: insert) == nil)
                await #expect(throws: EventLogError.foreignMigration(object: object, reason)) {
                    try await scratch.workspace.migrate(on: scratch.connection)
                }
                let undo = """
                    ALTER TABLE WS.migration DISABLE TRIGGER ALL;
                    DELETE FROM WS.migration WHERE digest = sha256('x');
                    ALTER TABLE WS.migration ENABLE ALWAYS TRIGGER migration_refuses_change
                    """
                try #require(try await scratch.state(of: undo) == nil)
            }
        }
    }

    @Test(
        "a schema that this program did not make is refused, empty or not, and its grants stay",
        arguments: ["", "CREATE TABLE WS.migration (object text, digest bytea)"])
    func foreignSchema(content: String) async throws {
        let database = try TestDatabase.current()
        try await database.withWorkspaceName { name in
            try await database.withConnection { connection in
                let workspace = try #require(Workspace(name))
                try await connection.run(
                    script: """
                        CREATE SCHEMA "\(name)"; GRANT ALL ON SCHEMA "\(name)" TO PUBLIC;
                        \(content.replacing("WS", with: "\"\(name)\""))
                        """)
                let before = try await privileges(of: name, on: connection)
                await #expect(throws: EventLogError.foreignSchema(name)) {
                    try await workspace.migrate(on: connection)
                }
                #expect(try await privileges(of: name, on: connection) == before)
            }
        }
    }

    @Test(
        "a schema that every database has is refused", arguments: ["public", "information_schema"])
    func reserved(name: String) async throws {
        try await TestDatabase.current().withConnection { connection in
            let workspace = try #require(Workspace(name))
            let before = try await privileges(of: name, on: connection)
            await #expect(throws: EventLogError.foreignSchema(name)) {
                try await workspace.migrate(on: connection)
            }
            #expect(try await privileges(of: name, on: connection) == before)
        }
    }

    /// Who owns a schema and who may do what in it.
    private func privileges(of schema: String, on connection: Connection) async throws -> [String] {
        try await connection.query(
            """
            SELECT concat(nspowner::regrole, ' ', nspacl) FROM pg_namespace
            WHERE nspname = \(schema)
            """
        ) { row in try row.next(String.self) }
    }

    @Test("a database that is not UTF-8 is refused", arguments: ["SQL_ASCII", "LATIN1"])
    func encoding(name: String) async throws {
        try await TestDatabase.current().withScratchDatabase(encoding: name) { database in
            try await database.withConnection { connection in
                let workspace = try #require(Workspace("cases"))
                await #expect(throws: EventLogError.notUTF8(encoding: name)) {
                    try await workspace.migrate(on: connection)
                }
            }
        }
    }

    @Test("without the workspace the error names the remedy")
    func missing() async throws {
        try await TestDatabase.current().withConnection { connection in
            let workspace = try #require(Workspace("nowhere"))
            let log = EventLog(connection: connection, workspace: workspace)
            for attempt in 0..<2 {
                let error = await #expect(throws: EventLogError.self) {
                    _ =
                        attempt == 0
                        ? try await log.append([.make()], by: "anna").count
                        : Int(try await log.head())
                }
                #expect(error?.description.contains("cases db migrate") ?? false)
            }
        }
    }
}

extension Scratch {
    func differences() async throws -> [String] {
        try await workspace.schemaDifferences(on: connection)
    }
}
