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
        do throws(Comparison) {
            try await connection.transaction { connection throws(Comparison) in
                throw Comparison.made(try compare(on: connection))
            }
            return []
        } catch {
            switch error {
            case .made(let differences): return differences
            case .failed(let error): throw error
            }
        }
    }

    private func compare(on connection: isolated Connection) throws(Comparison) -> [String] {
        do throws(EventLogError) {
            let installed = try properties(on: connection)
            guard !installed.isEmpty else {
                throw EventLogError.noWorkspace("there is no schema \(name)")
            }
            let around = try findingsAround(on: connection)
            let twin = try twin(on: connection)
            try twin.install(Schema.all, on: connection)
            return SchemaProperty.differences(
                installed: installed, expected: try twin.properties(on: connection)) + around
        } catch {
            throw .failed(error)
        }
    }

    /// A workspace that nobody has, for the expected schema.
    private func twin(on connection: isolated Connection) throws(EventLogError) -> Workspace {
        let names = try asking { () throws(PostgresError) in
            try connection.query("SELECT format('expected_%s', pg_backend_pid())") {
                row throws(PostgresError) in try row.next(String.self)
            }
        }
        guard let twin = names.first.flatMap({ Workspace($0) }) else {
            throw .other(nil, message: "the server has no number for this session")
        }
        return twin
    }

    /// Every property of the schema, the schema's own name left out.
    private func properties(
        on connection: isolated Connection
    ) throws(EventLogError) -> [SchemaProperty] {
        try asking { () throws(PostgresError) in
            // Names that are on the path are written without their schema.
            try connection.execute(
                "SELECT set_config('search_path', quote_ident(\(name)), true)")
            var properties: [SchemaProperty] = []
            for catalog in catalogs {
                properties += try connection.query(catalog) { row throws(PostgresError) in
                    try SchemaProperty(&row)
                }
            }
            return properties
        }
    }
}

/// How a comparison ends: always by an error, so that its transaction is rolled back.
private enum Comparison: PostgresFailure {
    case made([String])
    case failed(EventLogError)

    init(_ error: PostgresError) { self = .failed(EventLogError(error)) }
}
