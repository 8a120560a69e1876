import EventLog
import Logging
package import Postgres
package import PrivateServer

extension DatabaseChoice {
    /// Opens the record, starting the private server where that is meant and it does not run; tells of
    /// a log that did more than grow since it was last seen from here.
    package func open(for purpose: Purpose) async throws -> CaseRecord {
        let connect = try await connecting(for: purpose)
        let log = EventLog(
            connection: try await first(connect, for: purpose), workspace: workspace,
            reconnect: connect)
        try await watch.look(at: log)
        return CaseRecord(log: log, watch: watch)
    }

    /// A session with the database, for what is done beside the log.
    package func connect(for purpose: Purpose) async throws -> Connection {
        try await first(try await connecting(for: purpose), for: purpose)
    }

    /// Opens a session each time that it is called.
    private func connecting(for purpose: Purpose) async throws -> EventLog.Reconnect {
        let settings = try await settings(for: purpose)
        return { () async throws(PostgresError) in try await Connection.open(settings) }
    }

    /// A first session; a failure that passes is met again and again before it counts.
    private func first(
        _ connect: EventLog.Reconnect, for purpose: Purpose
    ) async throws -> Connection {
        var backoff = Backoff(for: purpose.retryLimit)
        while true {
            do throws(PostgresError) {
                return try await attempt(connect)
            } catch {
                guard error.isWorthRetrying else { throw error }
                try requireSpace()
                let failure = CaseworkError(error)
                guard await backoff.wait(after: failure.message) else { throw failure }
            }
        }
    }

    /// A private server whose disk is full may start and fail again and again.
    private func requireSpace() throws(CaseworkError) {
        guard case .own = origin, let shortage = privateServer.shortage else { return }
        throw CaseworkError(shortage)
    }

    /// One attempt.
    ///
    /// A private server that was killed is taken for running until it is gone: where it takes no
    /// session it is looked at again.
    private func attempt(_ connect: EventLog.Reconnect) async throws(PostgresError) -> Connection {
        do throws(PostgresError) {
            return try await connect()
        } catch {
            guard case .own = origin, case .unreachable = error,
                await isBroughtUp()
            else { throw error }
        }
        return try await connect()
    }

    /// Whether the private server did not run and does now.
    private func isBroughtUp() async -> Bool {
        (try? await bringUp()) ?? false
    }

    /// Makes the workspace or brings it up to date, and names what was applied.
    package func migrate() async throws -> [String] {
        let connection = try await connect(for: .owning)
        return try await workspace.migrate(on: connection)
    }

    /// The server's address and how a session with it behaves.
    private func settings(for purpose: Purpose) async throws -> ConnectionSettings {
        let access: ConnectionSettings.Access = purpose.needsWrites ? .readWrite : .any
        switch origin {
        case .given(let address):
            Logger.current.debug("using the database that was named")
            return ConnectionSettings(
                address, access: access, silence: silence, limits: .ofCommands)
        case .own:
            _ = try await bringUp()
            return ConnectionSettings(
                privateServer.url + role(for: purpose), access: access, silence: silence,
                limits: .ofCommands)
        }
    }

    /// How long the server may be silent: `CASES_TIMEOUT` in seconds, 30 where it says nothing; nil
    /// where it says 0.
    var silence: Duration? { timeout == 0 ? nil : .seconds(timeout) }

    /// The private server's roles give a command no more rights than it needs.
    private func role(for purpose: Purpose) -> String {
        switch purpose {
        case .owning, .examining: ""
        case .reading: "&options=-c%20role%3Dcases_reader"
        case .writing, .checking: "&options=-c%20role%3Dcases_writer"
        }
    }
}

extension DatabaseChoice.Purpose {
    /// How long a first session is tried for: recording can wait longer than reading.
    fileprivate var retryLimit: Duration {
        switch self {
        case .writing: .seconds(30)
        case .reading, .checking, .owning, .examining: .seconds(10)
        }
    }

    /// Whether a server will not do that only reads.
    fileprivate var needsWrites: Bool {
        switch self {
        case .reading, .checking, .examining: false
        case .writing, .owning: true
        }
    }
}

extension DatabaseChoice {
    /// The private server of whoever runs the program.
    package var privateServer: PrivateServer { PrivateServer(environment: environment) }

    /// Starts the private server where it does not run, and brings its workspace up to date.
    ///
    /// - Returns: Whether it was started now.
    package func bringUp() async throws -> Bool {
        let server = privateServer
        guard try await started(server) else { return false }
        Logger.current.notice("started the private PostgreSQL in \(server.status().dataFolder)")
        let connection = try await Connection.open(ConnectionSettings(server.url, silence: silence))
        _ = try await workspace.migrate(on: connection)
        return true
    }

    /// Starts the server; waits a while where another process is bringing it up.
    private func started(_ server: PrivateServer) async throws -> Bool {
        var backoff = Backoff(for: .seconds(10))
        while true {
            do {
                return try await server.start()
            } catch {
                guard case .starting = error, await backoff.wait(after: error.message) else {
                    throw error
                }
            }
        }
    }

    /// Stops the private server; its data stay.
    ///
    /// - Returns: Whether it ran.
    package func shutDown() async throws -> Bool {
        try await privateServer.stop()
    }
}

extension CaseworkError {
    /// What a failure of the private server means for whoever asked.
    init(_ error: ServerError) {
        self.init(
            error.passes ? .tryAgain : .unreachable, error.message, hint: error.hint)
    }
}
