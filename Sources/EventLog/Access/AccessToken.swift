package import CaseModel

/// A token by which a program may record over HTTP, without its secret.
package struct AccessToken: Hashable, Sendable {
    /// What a token allows.
    package enum Scope: String, Word {
        /// Recording one event at a time.
        case append
        /// Recording many events at once.
        case `import`
    }

    /// Its name, under which its events are recorded.
    package let name: Slug
    /// What it allows, at least one thing.
    package let scopes: [Scope]
    /// When it was made, by the server's clock.
    package let madeAt: Instant
    /// When it expires; nil if it does not.
    package let validUntil: Instant?
    /// When it was revoked; nil if it was not.
    package let revokedAt: Instant?
}
