import Postgres
import TestSupport
import Testing

/// Tokens by which programs record over HTTP.
@Suite struct TokenTests {
    @Test func `is shown once, and kept as a digest`() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "acme", "--title", "Acme")
            let made = try await desk.json("token", "new", "desk-bot", "--scope", "append")
            #expect(made["schema"] == "cases.token/1")
            #expect(made["made"]["scopes"].elements == ["append"])
            let secret = try #require(made["token"].string)
            #expect(secret.hasPrefix("cases_") && secret.utf8.count == 70)
            let other = try await desk.done("token", "new", "other", "--scope", "import").output
            #expect(other.hasPrefix("cases_") && !other.contains(secret))
            let kept = try await desk.database.withConnection { connection in
                try await connection.query(
                    "SELECT t::text FROM \(identifier: desk.workspace).access_token t"
                ) { row in try row.next(String.self) }
            }
            #expect(kept.count == 2)
            #expect(!kept.joined().contains(secret.dropFirst("cases_".count)))
        }
    }

    @Test func `is listed with what it allows, and until when`() async throws {
        try await Desk.use { desk in
            #expect(try await desk.done("token", "list").output == "There is no token.\n")
            try await desk.done(
                "token", "new", "b", "--scope", "append", "--scope", "import", "--until",
                "2099-12-31")
            try await desk.done("token", "new", "a", "--scope", "import")
            try await desk.done("token", "revoke", "b")
            let pattern = /made at [0-9TZ:.-]+/
            let times = /revoked at [0-9TZ:.-]+/
            let text = try await desk.done("token", "list").output
            #expect(
                text.replacing(pattern, with: "made at T").replacing(times, with: "revoked at T")
                    == """
                    a: import; made at T
                    b: append, import; made at T, valid until 2099-12-31T23:59:59.999999Z, revoked at T

                    """)
            let tokens = try await desk.json("token", "list")
            #expect(tokens["schema"] == "cases.tokens/1")
            #expect(tokens["tokens"].elements.map { $0["revoked_at"] == nil } == [true, false])
        }
    }

    @Test(arguments: [
        (["token", "new", "bot"], 64, "a token allows at least one thing"),
        (["token", "new", "bot", "--scope", "all"], 64, "unknown word \"all\""),
        (["token", "new", "Bot", "--scope", "append"], 64, "\"Bot\""),
        (["token", "new", "bot", "--scope", "append", "--until", "2031"], 64, "not a single day"),
        (["token", "new", "taken", "--scope", "append"], 64, "there is or was a token \"taken\""),
        (["token", "revoke", "bot"], 4, "there is no token \"bot\""),
    ])
    func `is refused`(_ command: [String], _ code: Int, _ words: String) async throws {
        try await Desk.use { desk in
            try await desk.done("token", "new", "taken", "--scope", "append")
            try await desk.done("token", "revoke", "taken")
            let outcome = try await desk.program.run(command)
            #expect(Int(outcome.exitCode) == code)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
    }
}
