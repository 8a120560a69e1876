package import Postgres

extension Connection {
    /// Returns once another session waits for a lock that this one holds.
    ///
    /// Asks `pg_locks`, because a transaction sees one state of `pg_stat_activity` to its end: a
    /// session that comes later would never be seen.
    package func untilBlocking() throws {
        var isBlocking = false
        while !isBlocking {
            isBlocking =
                try query(
                    """
                    SELECT EXISTS (SELECT FROM pg_locks
                        WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))
                    """
                ) { row in try row.next(Bool.self) } == [true]
        }
    }
}
