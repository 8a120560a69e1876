package import Postgres
import Schema

extension Workspace {
    /// Migrates the workspace to the schema in this program, and returns the names of the objects
    /// that are new or have another text; empty if it was up to date.
    ///
    /// Runs in one transaction: first the migrations that were not applied yet, then all functions,
    /// triggers and privileges, so that those that were dropped or disabled are restored.
    /// Concurrent migrations wait for one another, by a lock that only the owner can take. A schema
    /// that this program did not create is refused.
    package func migrate(on connection: Connection) async throws(EventLogError) -> [String] {
        do { return try await migrateOnce(on: connection) } catch {
            // A concurrent migration may have created the schema at the same moment.
            guard case .tryAgain = error else { throw error }
            return try await migrateOnce(on: connection)
        }
    }

    private func migrateOnce(on connection: Connection) async throws(EventLogError) -> [String] {
        try await mapped {
            try await connection.transaction { connection in
                try begin(connection)
                let occupant = try requireOwn(on: connection)
                if occupant == .workspace { try lock(connection) }
                try install(Schema.roles, on: connection)
                if occupant == .nobody { try createSchema(on: connection) }
                let pending = try pendingMigrations(on: connection)
                try install(pending + Schema.replaceable, on: connection)
                return try record(Schema.all, on: connection)
            }
        }
    }

    /// Restricts name resolution to `pg_catalog`.
    private func begin(_ connection: isolated Connection) throws {
        try requireUTF8(on: connection)
        try connection.execute("SET LOCAL search_path = pg_catalog, pg_temp")
        try connection.execute("SET LOCAL lock_timeout = '30s'")
    }

    /// Creates the schema.
    ///
    /// The first migration does so too, but only if it does not exist: it would then go on in a
    /// schema that another session has created since this transaction looked.
    private func createSchema(on connection: isolated Connection) throws {
        try connection.execute("CREATE SCHEMA \(identifier: name) AUTHORIZATION cases_owner")
    }

    /// Blocks other migrations of this workspace until the transaction ends.
    private func lock(_ connection: isolated Connection) throws {
        _ = try connection.execute(
            "LOCK TABLE \(identifier: name).migration IN SHARE ROW EXCLUSIVE MODE")
    }

    private func requireUTF8(on connection: isolated Connection) throws {
        let encodings = try connection.query("SELECT current_setting('server_encoding')") {
            row in try row.next(String.self)
        }
        guard let encoding = encodings.first, encoding == "UTF8" else {
            throw EventLogError.notUTF8(encoding: encodings.first ?? "")
        }
    }

    /// Runs each object's text with the schema of this workspace.
    func install(
        _ objects: [SchemaObject], on connection: isolated Connection
    ) throws {
        for object in objects {
            try connection.run(script: object.text(workspace: "\"\(name)\""))
        }
    }
}

extension Schema {
    /// Every object, in the order of installation.
    static let all = roles + migrations + replaceable
}

/// A migration that the workspace has applied, compared with the one in this program.
private struct RecordedMigration: Sendable {
    let object: String
    /// Nil if this program does not know it.
    let isUnchanged: Bool?
}

extension Workspace {
    /// The migrations that were not applied yet.
    ///
    /// Throws if an applied migration has another text in this program, or is unknown to it: the
    /// tables are then not what this program expects.
    func pendingMigrations(
        on connection: isolated Connection
    ) throws -> [SchemaObject] {
        let recorded = try recordedMigrations(on: connection)
        for migration in recorded where migration.isUnchanged != true {
            throw EventLogError.foreignMigration(
                object: migration.object, migration.isUnchanged == nil ? .unknown : .changed)
        }
        let applied = Set(recorded.map(\.object))
        return Schema.migrations.filter { !applied.contains($0.name) }
    }

    private func recordedMigrations(
        on connection: isolated Connection
    ) throws -> [RecordedMigration] {
        guard try hasRecord(on: connection) else { return [] }
        return try connection.query(
            """
            SELECT m.object, m.digest = sha256(c.text)
            FROM \(self).migration m
            LEFT JOIN unnest(\(Schema.migrations.map(\.name)), \(Schema.migrations.map(\.sql)))
                c (object, text) USING (object)
            WHERE m.object LIKE 'migrations/%' ORDER BY m.object
            """
        ) { row in
            RecordedMigration(object: try row.next(), isUnchanged: try row.next())
        }
    }

    private func hasRecord(on connection: isolated Connection) throws -> Bool {
        try connection.query(
            """
            SELECT EXISTS (
                SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = \(name) AND c.relname = 'migration')
            """
        ) { row in try row.next(Bool.self) } == [true]
    }

    /// Records the installed objects; returns the names of those that are new or have another text.
    func record(
        _ objects: [SchemaObject], on connection: isolated Connection
    ) throws -> [String] {
        try connection.query(
            """
            INSERT INTO \(self).migration (object, digest)
            SELECT c.object, sha256(c.text)
            FROM unnest(\(objects.map(\.name)), \(objects.map(\.sql)))
                WITH ORDINALITY c (object, text, place)
            ORDER BY c.place
            ON CONFLICT DO NOTHING
            RETURNING object
            """
        ) { row in try row.next(String.self) }
    }
}
