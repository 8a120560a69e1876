package import CanonicalJSON
package import CaseModel
import Digest
package import EventLog

/// The tokens by which programs may record over HTTP.
///
/// A token is a name with scopes. Its secret is shown once, when it is made; only the SHA-256 of the
/// secret is kept, which is enough because a secret has 256 random bits.
package struct AccessTokens: Sendable {
    let log: EventLog

    /// Makes a token; this needs the owner's role.
    ///
    /// - Parameters:
    ///   - name: Its name, under which events are recorded; never used again for another token.
    ///   - scopes: What it allows.
    ///   - lastDay: The last day, in UTC, on which it is valid; nil if it does not expire.
    /// - Returns: The token and its secret, which cannot be shown again.
    /// - Throws: An error if no scope is given, the last day has no end, or the name is taken.
    package func make(
        _ name: Slug, scopes: [AccessToken.Scope], lastDay: Day?
    ) async throws -> (token: AccessToken, secret: String) {
        guard !scopes.isEmpty else {
            throw CaseworkError(
                .usage, "a token allows at least one thing", hint: AccessTokens.scopesHint)
        }
        let secret = AccessTokens.freshSecret()
        let token = try await log.addAccessToken(
            name, digest: AccessTokens.digest(secret), scopes: scopes,
            validUntil: try lastDay.map { try AccessTokens.end(of: $0) })
        guard let token else {
            throw CaseworkError(
                .usage, "there is or was a token \(quoted(name.text))",
                hint: "choose another name: recorded events carry it")
        }
        return (token, secret)
    }

    /// All tokens, in the order of their names.
    package func all() async throws -> [AccessToken] { try await log.accessTokens() }

    /// Revokes a token at once; this needs the owner's role.
    ///
    /// - Throws: An error if there is no such token.
    package func revoke(_ name: Slug) async throws -> AccessToken {
        guard let token = try await log.revokeAccessToken(name) else {
            throw CaseworkError(
                .notFound, "there is no token \(quoted(name.text))", hint: "cases token list")
        }
        return token
    }

    /// The valid token with a secret; nil if there is none.
    package func token(with secret: String) async throws -> AccessToken? {
        try await log.accessToken(digest: AccessTokens.digest(secret))
    }

    /// The scopes in words.
    package static let scopesHint =
        "--scope " + AccessToken.Scope.allCases.map(\.rawValue).joined(separator: ", --scope ")

    private static func digest(_ secret: String) -> [UInt8] { SHA256.digest(Array(secret.utf8)) }

    /// 256 random bits from the operating system, with a beginning by which a leaked token is found.
    private static func freshSecret() -> String {
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        return "cases_" + bytes.hexadecimal
    }

    private static func end(of day: Day) throws(CaseworkError) -> Instant {
        guard let end = Instant("\(day.text)T23:59:59.999999Z") else {
            throw CaseworkError(
                .usage, "a token cannot be valid until \(day.text)", hint: "write 2031-04-02")
        }
        return end
    }
}

extension AccessToken {
    /// The token in an answer; nothing of its secret.
    package var json: JSONValue {
        [
            "name": .string(name.text), "scopes": .array(scopes.map { .string($0.rawValue) }),
            "made_at": .string(madeAt.text),
            "valid_until": validUntil.map { .string($0.text) } ?? .null,
            "revoked_at": revokedAt.map { .string($0.text) } ?? .null,
        ]
    }
}
