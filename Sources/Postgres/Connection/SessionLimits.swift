import CLibPQ

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

extension Link {
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
