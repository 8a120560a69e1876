import EventLog
import Logging
import Postgres
package import PrivateServer

extension DatabaseChoice {
    /// The private server of the current user.
    package var privateServer: PrivateServer { PrivateServer(environment: environment) }

    /// Starts the private server and migrates its workspace, unless the server is already running.
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

    /// Starts the server; waits for a while if another process is starting it.
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

    /// Stops the private server; its data remain.
    ///
    /// - Returns: Whether it was running.
    package func shutDown() async throws -> Bool {
        try await privateServer.stop()
    }
}
