import Postgres
import TestSupport
import Testing

@Suite("A statement ends when its time is up or its task is cancelled", .timeLimit(.minutes(10)))
struct CancellationTests {
    @Test("a statement that takes too long is a time-out")
    func statementTimeout() async throws {
        try await TestDatabase.current().withConnection(statementTimeout: 50) { connection in
            let error = await failure {
                try await connection.execute("SELECT pg_sleep(60)")
            }
            #expect(error == .timeout)
            try await expectAnswers(connection)
        }
    }

    @Test("a lock that takes too long is told by its code")
    func lockTimeout() async throws {
        let database = try TestDatabase.current()
        try await database.withConnection { holder in
            try await holder.execute("SELECT pg_advisory_lock(\(4_711))")
            try await database.withConnection(lockTimeout: 50) { connection in
                let error = await failure {
                    try await connection.execute("SELECT pg_advisory_lock(\(4_711))")
                }
                #expect(error?.state == .lockNotAvailable)
            }
        }
    }

    @Test("cancelling the task stops the statement in the server, and the connection goes on")
    func cancelledTask() async throws {
        try await TestDatabase.current().withConnection { connection in
            let processID = try await only(
                connection.query("SELECT pg_backend_pid()") { row in
                    try row.next(Int.self)
                })
            let task = Task {
                await failure {
                    try await connection.execute("SELECT pg_sleep(60)")
                }
            }
            try await waitUntilRunning(processID)
            task.cancel()
            #expect(await task.value == .cancelled)
            for _ in 1...20 { #expect(try await connection.execute("SELECT pg_sleep(0)") == 1) }
        }
    }

    @Test("a cancelled transaction is rolled back and its connection goes on")
    func cancelledTransaction() async throws {
        try await TestDatabase.current().withConnection { connection in
            let processID = try await only(
                connection.query("SELECT pg_backend_pid()") { row in
                    try row.next(Int.self)
                })
            let task = Task {
                await failure {
                    _ = try await connection.transaction { connection in
                        try connection.execute("SELECT pg_sleep(60)")
                    }
                }
            }
            try await waitUntilRunning(processID)
            task.cancel()
            #expect(await task.value == .cancelled)
            try await connection.transaction { connection in
                _ = try connection.execute("SELECT 1")
            }
        }
    }

    @Test("a cancelled fold stops")
    func cancelledFold() async throws {
        try await TestDatabase.current().withConnection { connection in
            let (started, signal) = AsyncStream<Void>.makeStream()
            let task = Task {
                await failure {
                    _ = try await connection.fold(
                        copying: "SELECT generate_series(1, 1000000000)", into: 0
                    ) { rows, _ in
                        rows += 1
                        if rows == 1 { signal.finish() }
                    }
                }
            }
            for await _ in started {}
            task.cancel()
            #expect(await task.value == .cancelled)
            try await expectAnswers(connection)
        }
    }

    @Test("a task that is cancelled already sends nothing")
    func cancelledBefore() async throws {
        try await TestDatabase.current().withConnection { connection in
            let task = Task {
                while !Task.isCancelled { await Task.yield() }
                return await failure {
                    try await connection.execute("CREATE TEMP TABLE never ()")
                }
            }
            task.cancel()
            #expect(await task.value == .cancelled)
            try await connection.execute("CREATE TEMP TABLE never ()")
        }
    }
}
