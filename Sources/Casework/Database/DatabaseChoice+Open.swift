import EventLog
package import Postgres

extension DatabaseChoice {
    /// Opens the record, starting the private server where that is meant and it does not run.
    package func open(for purpose: Purpose) async throws(CaseworkError) -> CaseRecord {
        let settings = try await settings(for: purpose)
        do throws(EventLogError) {
            return CaseRecord(
                log: try await EventLog.open(workspace) { () async throws(PostgresError) in
                    try await Connection.open(settings)
                })
        } catch {
            throw CaseworkError(error)
        }
    }

    /// The server's address and how a session with it behaves.
    package func settings(for purpose: Purpose) async throws(CaseworkError) -> ConnectionSettings {
        let access: ConnectionSettings.Access = purpose == .reading ? .any : .readWrite
        switch origin {
        case .given(let address):
            tell("using the database that was named", .detail)
            return ConnectionSettings(address, access: access)
        case .own:
            return ConnectionSettings(try await ownAddress(for: purpose), access: access)
        }
    }

    /// The private server, running; its roles give a command no more rights than it needs.
    private func ownAddress(for purpose: Purpose) async throws(CaseworkError) -> String {
        let server = PrivateServer(environment: environment)
        try await start(server)
        return switch purpose {
        case .owning: server.url
        case .reading: server.url + "&options=-c%20role%3Dcases_reader"
        case .writing: server.url + "&options=-c%20role%3Dcases_writer"
        }
    }

    /// Starts the private server where it does not run, and brings its workspace up to date.
    private func start(_ server: PrivateServer) async throws(CaseworkError) {
        do throws(ServerError) {
            guard try await server.start() else { return }
        } catch {
            throw CaseworkError(error)
        }
        tell("started the private PostgreSQL in \(server.status().dataFolder)", .always)
        try await migrate(at: ConnectionSettings(server.url))
    }
}
