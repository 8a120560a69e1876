import TestSupport
import Testing

@testable import Postgres

@Suite("No message repeats a password of the address")
struct SecretsTests {
    /// What libpq would say of the host that it takes from an address.
    private func message(_ address: String) async -> String {
        let error = await failure {
            _ = try await Connection.open(ConnectionSettings(address))
        }
        return error?.description ?? "no error"
    }

    @Test(
        "whatever its form, and whatever libpq takes a part of it for",
        arguments: [
            "postgresql://anna:swordfish@nowhere.invalid/db",
            "postgresql://anna:sword%2Ffish@nowhere.invalid/db",
            "postgresql://anna:sword@fish@nowhere.invalid/db",
            "postgresql://anna:sword/fish@nowhere.invalid/db",
            "postgresql://anna:1234/swordfish@nowhere.invalid/db",
            "postgres://anna:sword?fish@nowhere.invalid/db",
            "postgresql://anna:swordfish@a,anna:swordfish@b/db",
            "postgresql://nowhere.invalid/db?password=swordfish",
            "host=swordfish user=anna password=swordfish",
            "host=nowhere.invalid password='sword fish",
            "host=nowhere.invalid password=sword fish",
            "host=nowhere.invalid passwort=swordfish",
            "host=nowhere.invalid sslpassword=swordfish sslkey=swordfish",
            "postgresql://anna:sword@swordfish/db?port=x",
        ])
    func forms(address: String) async {
        let told = await message(address)
        #expect(!told.contains("fish") && !told.contains("sword/") && !told.contains("1234"))
    }

    @Test("a password of a letter or two does not make the message unreadable")
    func short() {
        let secrets = Secrets(of: "", passwords: ["x", "in"])
        #expect(
            secrets.hidden(in: "invalid port \"in\" in x") == "invalid port \"…\" in x")
    }

    @Test("an @ in the path or the query of an address is no mistake")
    func harmless() {
        for address in [
            "postgresql://h/db?user=a@b", "postgresql://u:p@h/d@b", "host=h user=a@b",
            "postgresql://u:p@h:5432/db",
        ] {
            #expect(!Secrets.isMistaken(address))
        }
        #expect(Secrets.isMistaken("postgresql://u:p@ss@h/db"))
    }
}
