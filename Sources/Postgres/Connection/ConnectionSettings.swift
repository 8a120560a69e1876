/// Where the server is and how a session with it behaves.
package struct ConnectionSettings: Sendable {
    /// Which servers of a list of hosts will do.
    package enum Access: String, Sendable {
        /// One that takes writes.
        case readWrite = "read-write"
        /// Any.
        case any
    }

    /// A libpq connection string or URI; empty where the `PG*` environment says it all.
    package var address: String
    /// Which servers will do.
    package var access: Access
    /// How long the server lets a statement run, in milliseconds; nil for the server's own limit.
    package var statementTimeout: Int?
    /// How long a statement waits for a lock, in milliseconds; nil for the server's own limit.
    package var lockTimeout: Int?

    /// How long the server may be silent while an answer is due; nil for as long as it likes.
    ///
    /// A server that says, over a second session, that it is still at work on the statement may be
    /// silent for twenty times as long.
    package var silence: Duration?

    /// How long the session waits for others and holds them up; nil for the server's own limits.
    package var limits: SessionLimits?

    /// Settings for the server at `address`.
    ///
    /// - Parameters:
    ///   - address: A libpq connection string or URI; empty where the environment says it all.
    ///   - access: Which servers of a list of hosts will do.
    ///   - statementTimeout: Milliseconds a statement may run; nil for the server's own limit.
    ///   - lockTimeout: Milliseconds a statement waits for a lock; nil for the server's own limit.
    ///   - silence: How long the server may be silent while an answer is due; nil for no limit.
    ///   - limits: How long the session waits for others; nil for the server's own limits.
    package init(
        _ address: String = "", access: Access = .readWrite, statementTimeout: Int? = nil,
        lockTimeout: Int? = nil, silence: Duration? = nil,
        limits: SessionLimits? = nil
    ) {
        self.address = address
        self.access = access
        self.statementTimeout = statementTimeout
        self.lockTimeout = lockTimeout
        self.silence = silence
        self.limits = limits
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomDebugStringConvertible {
    /// Says nothing of the address, which may hold a password.
    package var description: String { "ConnectionSettings(access: \(access.rawValue))" }
    /// The same.
    package var debugDescription: String { description }
}
