import CLibPQ

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

/// How long a session waits for others, and holds them up, where its user has set no limit.
package struct SessionLimits: Hashable, Sendable {
    /// How long a statement waits for a lock, in milliseconds (`lock_timeout`).
    package let lock: Int
    /// How long a transaction may stand open without a statement, in milliseconds
    /// (`idle_in_transaction_session_timeout`): that of a stopped client is ended.
    package let idleTransaction: Int
    /// How often the server looks, while it is at work, whether the client is still there, in
    /// milliseconds (`client_connection_check_interval`).
    package let clientCheck: Int

    /// The limits of a session.
    package init(lock: Int, idleTransaction: Int, clientCheck: Int) {
        self.lock = lock
        self.idleTransaction = idleTransaction
        self.clientCheck = clientCheck
    }

    /// The limits of a command: 10 seconds, 60 and 5.
    package static let ofCommands = SessionLimits(
        lock: 10_000, idleTransaction: 60_000, clientCheck: 5_000)
}

extension PQSession {
    /// Sets limits for the session, as far as its user has set none.
    ///
    /// Behind a connection pooler nothing is set: the server's session is lent to others, too. Only
    /// Linux can tell a server that a client is gone.
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
