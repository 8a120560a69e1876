package import Postgres
import Schema

extension Workspace {
    /// What distinguishes the installed schema from the one that this program carries, and what stands
    /// around it and could change it, in words; empty where nothing does.
    ///
    /// Installs the carried one beside it, under another name, in a transaction that is rolled
    /// back. That needs the rights of a migration.
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

    /// A workspace under a name that no other has, for the expected schema.
    private func twin(on connection: isolated Connection) throws -> Workspace {
        let names = try connection.query("SELECT format('expected_%s', pg_backend_pid())") {
            row in try row.next(String.self)
        }
        guard let twin = names.first.flatMap({ Workspace($0) }) else {
            throw EventLogError.other(nil, message: "the server has no number for this session")
        }
        return twin
    }

    /// Every property of the schema, the schema's own name left out.
    private func properties(
        on connection: isolated Connection
    ) throws -> [SchemaProperty] {
        // Names that are on the path are written without their schema.
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

/// The differences, thrown so that the transaction in which they were found is rolled back.
private struct Comparison: Error {
    let differences: [String]
}
