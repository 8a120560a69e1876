import Foundation
import Postgres
import TestSupport

extension Desk {
    /// The JSON values that a query answers in its one column; `WS` stands for the schema.
    func rows(_ query: String) async throws -> [JSON] {
        // A JSON text alone is no document to every reader.
        try await texts(query).map { try JSON("[\($0)]").elements[0] }
    }

    /// Lends `body` a connection of a login that has the role `cases_reader` alone.
    func withReader(_ body: (Connection) async throws -> Void) async throws {
        let login = "l" + String(UInt64.random(in: .min ... .max), radix: 36)
        try await sql("CREATE ROLE \(login) LOGIN IN ROLE cases_reader")
        let address = database.address.replacing("user=postgres", with: "user=\(login)")
        let result: Result<Void, any Error>
        do {
            try await TestDatabase(address: address).withConnection(body)
            result = .success(())
        } catch {
            result = .failure(error)
        }
        try await sql("DROP ROLE \(login)")
        try result.get()
    }
}

extension [JSON] {
    /// How often each value is in the list: two lists with the same rows are equal in any order.
    var counted: [JSON: Int] { Dictionary(map { ($0, 1) }, uniquingKeysWith: +) }

    /// Of each object only some members, null where there is none.
    func only(_ names: String...) -> [JSON] {
        map { element in .object(Dictionary(names.map { ($0, element[$0]) }) { $1 }) }
    }
}
