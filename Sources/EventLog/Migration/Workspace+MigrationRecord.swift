import Postgres
import Schema

/// A migration that the workspace has, as it compares with what this program carries.
private struct RecordedMigration: Sendable {
    let object: String
    /// nil where this program does not carry it.
    let isUnchanged: Bool?
}

extension Workspace {
    /// The migrations that were not applied yet.
    ///
    /// Refused where one that was applied is carried with another text, or not at all: the tables
    /// are then not what this program takes them for.
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

    /// Records what was installed and answers the names of those that the record did not have.
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
