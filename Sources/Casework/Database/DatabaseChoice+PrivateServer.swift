import EventLog
import Postgres

extension DatabaseChoice {
    /// The private server of whoever runs the program.
    package var privateServer: PrivateServer { PrivateServer(environment: environment) }

    /// Starts the private server where it does not run, and brings its workspace up to date.
    ///
    /// - Returns: Whether it was started now.
    package func bringUp() async throws(CaseworkError) -> Bool {
        let server = privateServer
        do throws(ServerError) {
            guard try await server.start() else { return false }
        } catch {
            throw CaseworkError(error)
        }
        tell("started the private PostgreSQL in \(server.status().dataFolder)", .always)
        let connection = try await asking { () async throws(PostgresError) in
            try await Connection.open(ConnectionSettings(server.url, silence: silence))
        }
        _ = try await asking { () async throws(EventLogError) in
            try await workspace.migrate(on: connection)
        }
        return true
    }

    /// Stops the private server; its data stay.
    ///
    /// - Returns: Whether it ran.
    package func shutDown() async throws(CaseworkError) -> Bool {
        do throws(ServerError) {
            return try await privateServer.stop()
        } catch {
            throw CaseworkError(error)
        }
    }
}

extension CaseworkError {
    /// What a failure of the private server means for whoever asked.
    init(_ error: ServerError) {
        self.init(.unreachable, error.message, hint: error.hint)
    }
}
