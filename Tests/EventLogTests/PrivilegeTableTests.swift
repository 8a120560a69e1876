import EventLog
import Foundation
import Postgres
import TestSupport
import Testing

/// Docs/privileges.md: each statement, tried as each role.
@Suite("Table of privileges")
struct PrivilegeTableTests {
    @Test("the server answers each statement of each role as Docs/privileges.md says")
    func table() async throws {
        try await Scratch.use { scratch in
            _ = try await scratch.log.append([.make(), .make()], by: "anna")
            let before = try await scratch.stored()
            let table = try PrivilegeTable.documented()
            #expect(table.rows.count > 60)
            for role in table.roles {
                try await scratch.withLogin(as: role) { connection in
                    for row in table.rows {
                        let statement = row.statement.replacing(
                            "WS", with: "\"\(scratch.workspace.name)\"")
                        let answer = try await connection.answer(to: statement)
                        #expect(answer == row.answers[role], "\(role): \(row.statement)")
                    }
                }
            }
            #expect(try await scratch.stored() == before)
        }
    }
}

/// The tables of Docs/privileges.md as one.
private struct PrivilegeTable {
    struct Row {
        let statement: String
        /// By role: `yes`, or the SQLSTATE of the refusal.
        let answers: [String: String]
    }

    var roles: [String] = []
    var rows: [Row] = []

    static func documented() throws -> PrivilegeTable {
        let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Docs/privileges.md")
        var table = PrivilegeTable()
        for line in try String(contentsOf: page, encoding: .utf8).split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells.first == "statement" {
                table.roles = Array(cells.dropFirst())
            } else if line.hasPrefix("| `"), cells.count == table.roles.count + 1 {
                let answers = Dictionary(uniqueKeysWithValues: zip(table.roles, cells.dropFirst()))
                table.rows.append(
                    Row(statement: cells[0].replacing("`", with: ""), answers: answers))
            }
        }
        return table
    }
}

extension Connection {
    /// What the server answers to a statement, whose effect is rolled back.
    fileprivate func answer(to statement: String) throws -> String {
        defer { try? run(script: "ROLLBACK") }
        try run(script: "BEGIN")
        do throws(PostgresError) {
            try run(script: statement)
            return "yes"
        } catch {
            return error.state?.rawValue ?? "\(error)"
        }
    }
}

extension Scratch {
    /// Lends a connection of a login that is in one of the roles; a stranger's is in none.
    ///
    /// The owner's has set the role, as the erasure requires it.
    fileprivate func withLogin(
        as role: String, _ body: (Connection) async throws -> Void
    ) async throws {
        let login = "l" + String(UInt64.random(in: .min ... .max), radix: 36)
        let membership = role == "stranger" ? "" : "IN ROLE cases_\(role)"
        try await connection.run(script: "CREATE ROLE \(login) LOGIN \(membership)")
        let address = database.address.replacing("user=postgres", with: "user=\(login)")
        let result: Result<Void, any Error>
        do {
            try await TestDatabase(address: address).withConnection { connection in
                if role == "owner" { try await connection.run(script: "SET ROLE cases_owner") }
                try await body(connection)
            }
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await connection.run(script: "DROP ROLE \(login)")
        try result.get()
    }

    /// All that the log holds, as text.
    fileprivate func stored() async throws -> [String] {
        try await connection.query(
            """
            SELECT e::text FROM \(identifier: workspace.name).event e
            UNION ALL SELECT h::text FROM \(identifier: workspace.name).head h ORDER BY 1
            """
        ) { row in try row.next(String.self) }
    }
}
