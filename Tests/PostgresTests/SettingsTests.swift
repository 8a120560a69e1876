import Postgres
import TestSupport
import Testing

@Suite("Settings apply where the user is silent")
struct SettingsTests {
    private func setting(
        _ name: String, _ settings: ConnectionSettings
    ) async throws -> String {
        let connection = try await Connection.open(settings)
        let rows = try await connection.query("SELECT current_setting(\(name))") {
            row in try row.next(String.self)
        }
        await connection.close()
        return try only(rows)
    }

    @Test("ours")
    func defaults() async throws {
        let address = try TestDatabase.current().address
        let settings = ConnectionSettings(address, statementTimeout: 1_500, lockTimeout: 700)
        #expect(try await setting("application_name", settings) == "cases")
        #expect(try await setting("client_encoding", settings) == "UTF8")
        #expect(try await setting("statement_timeout", settings) == "1500ms")
        #expect(try await setting("lock_timeout", settings) == "700ms")
    }

    @Test("the user's, but for the encoding")
    func users() async throws {
        let address =
            try TestDatabase.current().address
            + "&application_name=theirs&client_encoding=LATIN1&options=-c%20lock_timeout%3D900"
        let settings = ConnectionSettings(address, statementTimeout: 1_500, lockTimeout: 700)
        #expect(try await setting("application_name", settings) == "theirs")
        #expect(try await setting("client_encoding", settings) == "UTF8")
        #expect(try await setting("statement_timeout", settings) == "1500ms")
        #expect(try await setting("lock_timeout", settings) == "900ms")
    }

    @Test("a writer does not take a server that only reads")
    func readWrite() async throws {
        let address =
            try TestDatabase.current().address + "&options=-c%20default_transaction_read_only%3Don"
        let error = await failure {
            _ = try await Connection.open(ConnectionSettings(address))
        }
        #expect(error?.isWorthRetrying == true)
        #expect(
            try await setting(
                "default_transaction_read_only", ConnectionSettings(address, access: .any)) == "on")
    }

    @Test(
        "an address that cannot be read is refused without being quoted",
        arguments: ["postgresql://u:sword%zzfish@h/db", "password='swordfish", "swordfish"])
    func unreadable(_ address: String) async throws {
        let error = await failure {
            _ = try await Connection.open(ConnectionSettings(address))
        }
        guard case .usage(let message) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(!message.contains("sword"))
    }

    @Test("settings in a log say nothing of the address")
    func silent() {
        let settings = ConnectionSettings("password=swordfish")
        #expect(!"\(settings) \(String(reflecting: settings))".contains("swordfish"))
    }
}
