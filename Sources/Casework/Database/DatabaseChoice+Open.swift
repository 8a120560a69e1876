import EventLog
import Logging
package import Postgres
import PrivateServer

extension DatabaseChoice {
    /// Opens the record, starting the private server if it is chosen and not running; reports a log
    /// that has changed other than by appends since it was last seen from this computer.
    package func open(for purpose: Purpose) async throws -> CaseRecord {
        let connect = try await connecting(for: purpose)
        let log = EventLog(
            connection: try await first(connect, for: purpose), workspace: workspace,
            reconnect: connect)
        try await watch.look(at: log)
        return CaseRecord(log: log, watch: watch)
    }

    /// Opens a session for work other than on the log.
    package func connect(for purpose: Purpose) async throws -> Connection {
        try await first(try await connecting(for: purpose), for: purpose)
    }

    /// A closure that opens a new session at each call.
    private func connecting(for purpose: Purpose) async throws -> EventLog.Reconnect {
        let settings = try await settings(for: purpose)
        return { () async throws(PostgresError) in try await Connection.open(settings) }
    }

    /// Opens the first session; transient failures are retried until the time limit.
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

    /// Throws if the private server's disk is full: it might start and fail again and again.
    private func requireSpace() throws(CaseworkError) {
        guard case .own = origin, let shortage = privateServer.shortage else { return }
        throw CaseworkError(shortage)
    }

    /// Makes one attempt.
    ///
    /// A killed private server is considered running until its processes are gone: if it accepts no
    /// session, its state is checked again.
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

    /// Starts the private server if it is not running; returns whether it was started.
    private func isBroughtUp() async -> Bool {
        (try? await bringUp()) ?? false
    }

    /// Creates the workspace or migrates it; returns the names of the applied objects.
    package func migrate() async throws -> [String] {
        let connection = try await connect(for: .owning)
        return try await workspace.migrate(on: connection)
    }

    /// The server's address and the session's settings.
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

    /// How long the server may be silent: `CASES_TIMEOUT` in seconds, 30 by default; nil if it is
    /// 0.
    var silence: Duration? { timeout == 0 ? nil : .seconds(timeout) }

    /// On the private server, a command gets a role with only the privileges that it needs.
    private func role(for purpose: Purpose) -> String {
        switch purpose {
        case .owning, .examining: ""
        case .reading: "&options=-c%20role%3Dcases_reader"
        case .writing, .checking: "&options=-c%20role%3Dcases_writer"
        case .signing: "&options=-c%20role%3Dcases_signer"
        }
    }
}

extension DatabaseChoice.Purpose {
    /// How long opening the first session is retried: recording can wait longer than reading.
    fileprivate var retryLimit: Duration {
        switch self {
        case .writing: .seconds(30)
        case .reading, .checking, .signing, .owning, .examining: .seconds(10)
        }
    }

    /// Whether a read-only server is not sufficient.
    fileprivate var needsWrites: Bool {
        switch self {
        case .reading, .checking, .examining: false
        case .writing, .signing, .owning: true
        }
    }
}
