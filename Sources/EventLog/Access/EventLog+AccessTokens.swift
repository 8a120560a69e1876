package import CaseModel
import Postgres

extension EventLog {
    /// Keeps a new token.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - digest: The SHA-256 of its secret.
    ///   - scopes: What it allows, at least one thing.
    ///   - validUntil: When it expires; nil if it does not.
    /// - Returns: The token; nil if there is or was another one of that name.
    /// - Throws: An error if the role may not make tokens.
    package func addAccessToken(
        _ name: Slug, digest: [UInt8], scopes: [AccessToken.Scope], validUntil: Instant?
    ) async throws(EventLogError) -> AccessToken? {
        try await rows(
            """
            INSERT INTO \(workspace).access_token (name, digest, scopes, valid_until)
            VALUES (\(name.text), \(digest), \(scopes.map(\.rawValue)),
                \(validUntil.map { Timestamp(microseconds: $0.microseconds) }))
            ON CONFLICT (name) DO NOTHING
            RETURNING name, scopes, made_at, valid_until, revoked_at
            """, mayRepeat: false
        ) { row in try row.nextAccessToken() }.first
    }

    /// All tokens, those that are no longer valid included, in the order of their names.
    package func accessTokens() async throws(EventLogError) -> [AccessToken] {
        try await rows(
            """
            SELECT name, scopes, made_at, valid_until, revoked_at
            FROM \(workspace).access_token ORDER BY name
            """
        ) { row in try row.nextAccessToken() }
    }

    /// Revokes a token; one that is revoked already stays so.
    ///
    /// - Returns: The token; nil if there is none of that name.
    package func revokeAccessToken(_ name: Slug) async throws(EventLogError) -> AccessToken? {
        try await rows(
            """
            UPDATE \(workspace).access_token
            SET revoked_at = coalesce(revoked_at, clock_timestamp())
            WHERE name = \(name.text)
            RETURNING name, scopes, made_at, valid_until, revoked_at
            """
        ) { row in try row.nextAccessToken() }.first
    }

    /// The valid token with the digest of a secret; nil if there is none.
    package func accessToken(digest: [UInt8]) async throws(EventLogError) -> AccessToken? {
        try await rows(
            """
            SELECT name, scopes, made_at, valid_until, revoked_at
            FROM \(workspace).access_token
            WHERE digest = \(digest) AND revoked_at IS NULL
                AND coalesce(clock_timestamp() < valid_until, true)
            """
        ) { row in try row.nextAccessToken() }.first
    }
}

extension Row {
    fileprivate mutating func nextAccessToken() throws -> AccessToken {
        AccessToken(
            name: try nextTokenName(),
            scopes: try next([String].self).compactMap(AccessToken.Scope.init(rawValue:)),
            madeAt: Instant(microseconds: try next(Timestamp.self).microseconds),
            validUntil: try next(Timestamp?.self).map { Instant(microseconds: $0.microseconds) },
            revokedAt: try next(Timestamp?.self).map { Instant(microseconds: $0.microseconds) })
    }

    private mutating func nextTokenName() throws -> Slug {
        let text = try next(String.self)
        guard let name = Slug(text) else {
            throw EventLogError.other(nil, message: "a token has a name that cannot be one")
        }
        return name
    }
}
