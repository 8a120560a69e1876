import CaseModel
import EventLog
import Postgres
import TestSupport
import Testing

@Suite("Appends that meet a passing failure")
struct PersistenceTests {
    @Test("a lost session is replaced, and the event recorded once")
    func reconnects() async throws {
        try await Scratch.use { scratch in
            let log = EventLog(
                connection: try await scratch.database.open(), workspace: scratch.workspace
            ) { () async throws(PostgresError) in
                try await Connection.open(ConnectionSettings(scratch.database.address))
            }
            let event = try NewEvent.make()
            let recorded = try await scratch.whileHeld { waiting in
                let append = Task { try await log.append([event], by: "anna") }
                try await waiting()
                return try await append.value
            }
            #expect(recorded.map(\.position) == [1])
            #expect(try await scratch.count() == 1)
        }
    }

    @Test("where the session cannot be replaced, the outcome is said to be unknown")
    func unknown() async throws {
        try await Scratch.use { scratch in
            let log = EventLog(
                connection: try await scratch.database.open(), workspace: scratch.workspace)
            let error = try await scratch.whileHeld { waiting in
                let append = Task { try await log.append([.make()], by: "anna") }
                try await waiting()
                return await #expect(throws: EventLogError.self) { try await append.value }
            }
            guard case .tryAgain(_, .unknown) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(error?.description.contains("run the same command again") ?? false)
        }
    }

    @Test("a head that was set back costs no event: the append is tried again, then given up")
    func damagedHead() async throws {
        try await Scratch.use { scratch in
            let log = EventLog(
                connection: scratch.connection, workspace: scratch.workspace,
                retryLimit: .milliseconds(200))
            _ = try await log.append([.make()], by: "anna")
            let before = try await log.events(in: .at("acme-seizure"))
            try #require(
                try await scratch.state(of: "UPDATE WS.head SET position = 0") == nil)
            for attempt in try [[NewEvent.make(in: "case/b")], [.make(), .make()]] {
                let error = await #expect(throws: EventLogError.self) {
                    try await log.append(attempt, by: "anna")
                }
                guard case .tryAgain(_, .nothing) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
            #expect(try await log.events(in: .at("acme-seizure")) == before)
        }
    }

    @Test("who cannot have the lock in two seconds is told to try again")
    func lockTimeout() async throws {
        try await Scratch.use { scratch in
            let log = EventLog(
                connection: scratch.connection, workspace: scratch.workspace,
                retryLimit: .milliseconds(100))
            try await scratch.database.withConnection { holder in
                try await holder.run(
                    script: """
                        BEGIN; UPDATE "\(scratch.workspace.name)".head SET position = position
                        """)
                let error = await #expect(throws: EventLogError.self) {
                    try await log.append([.make()], by: "anna")
                }
                guard case .tryAgain(_, .nothing) = error else {
                    Issue.record("\(String(describing: error))")
                    return
                }
            }
        }
    }

    @Test(
        "what is acknowledged is on disk, a standby's too, even where the session would not wait for it",
        arguments: ["off", "local", "remote_write"])
    func durable(setting: String) async throws {
        try await Scratch.use { scratch in
            let connection = scratch.connection
            for events in try [[NewEvent.make()], [.make(), .make()]] {
                try await connection.run(script: "SET synchronous_commit = \(setting); BEGIN")
                _ = try await scratch.log.append(events, by: "anna")
                let setting = try await connection.query(
                    "SELECT current_setting('synchronous_commit')"
                ) { row in try row.next(String.self) }
                try await connection.run(script: "COMMIT")
                #expect(setting == ["on"])
            }
        }
    }

    @Test("who waited for the lock lets it go before the flush, and answers only behind it")
    func early() async throws {
        try await Scratch.use { scratch in
            for events in try [[NewEvent.make()], [.make(), .make()]] {
                let before = try await scratch.endOfServerLog()
                let recorded = try await scratch.afterAWait {
                    try await scratch.log.append(events, by: "anna")
                }
                #expect(recorded.allSatisfy { !$0.replayed })
                #expect(try await scratch.isFlushed(beyond: before))
            }
        }
    }

    @Test("the function says whether its event is on disk when it is answered")
    func flushed() async throws {
        try await Scratch.use { scratch in
            #expect(try await scratch.appendsFlushed(false))
            #expect(try await scratch.keepsTheLockAtTimes())
            for defers in [false, true] {
                let waited = try await scratch.afterAWait {
                    try await scratch.appendsFlushed(defers)
                }
                #expect(waited != defers)
            }
        }
    }
}

extension Scratch {
    /// Does something that waits for the lock of the log, for some milliseconds at least.
    fileprivate func afterAWait<Result: Sendable>(
        _ body: @escaping @Sendable () async throws -> Result
    ) async throws -> Result {
        try await database.withConnection { holder in
            try await holder.run(
                script: "BEGIN; UPDATE \"\(workspace.name)\".head SET position = position")
            let waiting = Task { try await body() }
            try await holder.untilBlocking()
            try await holder.run(script: "SELECT pg_sleep(0.005); ROLLBACK")
            return try await waiting.value
        }
    }

    /// Appends an event by the function alone and answers what that says of the disk.
    fileprivate func appendsFlushed(_ defers: Bool) async throws -> Bool {
        let event = try NewEvent.make()
        return try await connection.query(
            """
            SELECT flushed FROM \(workspace).append_one(\(event.id.uuid), \(event.stream.text),
                \(event.type), \(JSONText(event.body)), 'anna',
                NULL, \(defers))
            """
        ) { row in try row.next(Bool.self) }[0]
    }

    /// Whether one that defers keeps the lock until the disk has its event, where nobody else holds it.
    ///
    /// A busy machine may take longer than a millisecond to get there, above all the first time.
    fileprivate func keepsTheLockAtTimes() async throws -> Bool {
        for _ in 0..<100 where try await appendsFlushed(true) { return true }
        return false
    }

    /// Where the next change will be written in the server's own log.
    fileprivate func endOfServerLog() async throws -> String {
        try await connection.query("SELECT pg_current_wal_insert_lsn()::text") {
            row in try row.next(String.self)
        }[0]
    }

    fileprivate func isFlushed(beyond end: String) async throws -> Bool {
        try await connection.query(
            "SELECT pg_current_wal_flush_lsn() > \(end)::text::pg_lsn"
        ) { row in try row.next(Bool.self) }[0]
    }

    /// Holds the log's lock until another session waits for it, ends that session, and lets go.
    fileprivate func whileHeld<Result: Sendable>(
        _ body: (_ waiting: () async throws -> Void) async throws -> Result
    ) async throws -> Result {
        try await database.withConnection { holder in
            try await holder.run(
                script: "BEGIN; UPDATE \"\(workspace.name)\".head SET position = position")
            return try await body {
                try await endWaiting(for: holder)
                try await holder.run(script: "ROLLBACK")
            }
        }
    }

    private func endWaiting(for holder: Connection) async throws {
        let pid = try await holder.query("SELECT pg_backend_pid()") {
            row in try row.next(Int32.self)
        }[0]
        var ended = false
        while !ended {
            ended = try await connection.query(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE \(pid) = ANY (pg_blocking_pids(pid))
                """
            ) { row in try row.next(Bool.self) }.contains(true)
        }
    }
}
