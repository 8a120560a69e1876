import Projections
import TestSupport
import Testing

/// Checks the tables and privileges of a workspace, which are SQL, against the declared projections.
@Suite("The catalog has of the read models")
struct CatalogTests {
    @Test("a table for each projection, with its columns and their types, and no other")
    func columns() async throws {
        try await Desk.use { desk in
            let told = try await desk.texts(
                """
                SELECT format('%s.%s %s', c.relname, a.attname, format_type(a.atttypid, NULL))
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE c.relnamespace = '\(desk.workspace)'::regnamespace AND c.relkind = 'r'
                    AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
                    AND EXISTS (
                        SELECT FROM pg_attribute g
                        WHERE g.attrelid = c.oid AND g.attname = 'generation')
                    AND c.relname NOT IN ('projection', 'rebuild_share')
                """)
            let declared = Projection.all.flatMap { projection in
                ["\(projection.table).generation bigint"]
                    + projection.columns.map {
                        "\(projection.table).\($0.name) \($0.kind.typeName)"
                    }
            }
            #expect(told.sorted() == declared.sorted())
        }
    }

    @Test("the right to read for all three roles, and to write for those that keep them")
    func privileges() async throws {
        try await Desk.use { desk in
            for projection in Projection.all {
                for (role, writes) in [
                    ("cases_reader", false), ("cases_writer", true), ("cases_projector", true),
                ] {
                    let told = try await desk.texts(
                        """
                        SELECT privilege_type FROM information_schema.role_table_grants
                        WHERE table_schema = '\(desk.workspace)' AND grantee = '\(role)'
                            AND table_name = '\(projection.table)'
                        """)
                    let rights = ["SELECT"] + (writes ? ["DELETE", "INSERT", "UPDATE"] : [])
                    #expect(told.sorted() == rights.sorted(), "\(projection.name) \(role)")
                }
            }
        }
    }
}

extension CellKind {
    /// The type of the columns that hold such a value.
    fileprivate var typeName: String {
        switch self {
        case .text: "text"
        case .integer: "bigint"
        case .boolean: "boolean"
        case .json: "json"
        }
    }
}
