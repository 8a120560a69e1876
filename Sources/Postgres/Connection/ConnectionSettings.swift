import CLibPQ

/// Where the server is and how a session with it behaves.
package struct ConnectionSettings: Sendable {
    /// Which servers of a list of hosts are acceptable.
    package enum Access: String, Sendable {
        /// A server that accepts writes.
        case readWrite = "read-write"
        /// Any server.
        case any
    }

    /// A libpq connection string or URI; empty to use only the `PG*` environment.
    package var address: String
    /// Which servers are acceptable.
    package var access: Access
    /// The statement time-out, in milliseconds; nil for the server's own limit.
    package var statementTimeout: Int?
    /// How long a statement waits for a lock, in milliseconds; nil for the server's own limit.
    package var lockTimeout: Int?

    /// How long the server may be silent while an answer is due; nil for no limit.
    ///
    /// If the server reports, over a second session, that it is still working on the statement, it
    /// may be silent for twenty times as long.
    package var silence: Duration?

    /// How long the session waits for locks and may hold up others; nil for the server's own
    /// limits.
    package var limits: SessionLimits?

    /// Settings for the server at `address`.
    ///
    /// - Parameters:
    ///   - address: A libpq connection string or URI; empty to use only the environment.
    ///   - access: Which servers of a list of hosts are acceptable.
    ///   - statementTimeout: Milliseconds a statement may run; nil for the server's own limit.
    ///   - lockTimeout: Milliseconds a statement waits for a lock; nil for the server's own limit.
    ///   - silence: How long the server may be silent while an answer is due; nil for no limit.
    ///   - limits: How long the session waits for locks; nil for the server's own limits.
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
    /// Omits the address, which may contain a password.
    package var description: String { "ConnectionSettings(access: \(access.rawValue))" }
    /// The same as `description`.
    package var debugDescription: String { description }
}

/// How long a session waits for others and holds them up, unless its user has set other limits.
package struct SessionLimits: Hashable, Sendable {
    /// How long a statement waits for a lock, in milliseconds (`lock_timeout`).
    package let lock: Int
    /// How long a transaction may be idle, in milliseconds (`idle_in_transaction_session_timeout`):
    /// the transaction of a stopped client is ended.
    package let idleTransaction: Int
    /// How often the server checks, during a statement, that the client is still connected, in
    /// milliseconds (`client_connection_check_interval`).
    package let clientCheck: Int

    /// The limits of a session.
    package init(lock: Int, idleTransaction: Int, clientCheck: Int) {
        self.lock = lock
        self.idleTransaction = idleTransaction
        self.clientCheck = clientCheck
    }

    /// The limits of a command: 10, 60 and 5 seconds.
    package static let ofCommands = SessionLimits(
        lock: 10_000, idleTransaction: 60_000, clientCheck: 5_000)
}

extension PQSession {
    /// Sets limits for the session, except those that its user has set.
    ///
    /// Behind a connection pooler nothing is set, because other clients share the server's session.
    /// Only on Linux can a server detect that a client is gone.
    func apply(_ limits: SessionLimits) throws(PostgresError) {
        let process = unsafe PQbackendPID(handle)
        let settings = """
            SELECT pg_catalog.set_config(l.name, l.value, false) FROM (VALUES
                ('lock_timeout', '\(limits.lock)'),
                ('idle_in_transaction_session_timeout', '\(limits.idleTransaction)'),
                ('client_connection_check_interval', '\(limits.clientCheck)')
            ) l (name, value)
            WHERE pg_catalog.current_setting(l.name) = '0'
                AND pg_catalog.pg_backend_pid() = \(process)
                AND (l.name <> 'client_connection_check_interval'
                    OR pg_catalog.version() LIKE '%linux%')
            """
        _ = try askPlain(Array(settings.utf8), .shielded)
    }
}
