package import Postgres
import Schema

extension Workspace {
    /// The differences between the installed schema and the one in this program, and objects
    /// outside the schema that could affect it, as text; empty if there are none.
    ///
    /// Installs the expected schema beside it, under another name, in a transaction that is rolled
    /// back. That requires the privileges of a migration.
    package func schemaDifferences(
        on connection: Connection
    ) async throws(EventLogError) -> [String] {
        do {
            try await connection.transaction { connection in
                throw Comparison(differences: try compare(on: connection))
            }
            return []
        } catch let comparison as Comparison {
            return comparison.differences
        } catch {
            throw EventLogError(error)
        }
    }

    private func compare(on connection: isolated Connection) throws -> [String] {
        let installed = try properties(on: connection)
        guard !installed.isEmpty else {
            throw EventLogError.noWorkspace("there is no schema \(name)")
        }
        let around = try findingsAround(on: connection)
        let twin = try twin(on: connection)
        try twin.install(Schema.all, on: connection)
        return SchemaProperty.differences(
            installed: installed, expected: try twin.properties(on: connection)) + around
    }

    /// A workspace with a unique name, for the expected schema.
    private func twin(on connection: isolated Connection) throws -> Workspace {
        let names = try connection.query("SELECT format('expected_%s', pg_backend_pid())") {
            row in try row.next(String.self)
        }
        guard let twin = names.first.flatMap({ Workspace($0) }) else {
            throw EventLogError.other(nil, message: "the server has no number for this session")
        }
        return twin
    }

    /// Every property of the schema, without the schema's own name.
    private func properties(
        on connection: isolated Connection
    ) throws -> [SchemaProperty] {
        // Names that are on the search path are shown without their schema.
        try connection.execute(
            "SELECT set_config('search_path', quote_ident(\(name)), true)")
        var properties: [SchemaProperty] = []
        for catalog in catalogs {
            properties += try connection.query(catalog) { row in
                try SchemaProperty(&row)
            }
        }
        return properties
    }
}

/// The differences, thrown as an error so that their transaction is rolled back.
private struct Comparison: Error {
    let differences: [String]
}
