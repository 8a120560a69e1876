import EventLog
package import Postgres

extension DatabaseChoice {
    /// Opens the record, starting the private server where that is meant and it does not run.
    package func open(for purpose: Purpose) async throws(CaseworkError) -> CaseRecord {
        let settings = try await settings(for: purpose)
        let connect: EventLog.Reconnect = { () async throws(PostgresError) in
            try await Connection.open(settings)
        }
        return CaseRecord(
            log: EventLog(
                connection: try await first(connect), workspace: workspace, reconnect: connect))
    }

    /// A session with the database, for what is done beside the log.
    package func connect(for purpose: Purpose) async throws(CaseworkError) -> Connection {
        let settings = try await settings(for: purpose)
        return try await first { () async throws(PostgresError) in
            try await Connection.open(settings)
        }
    }

    /// A first session.
    ///
    /// A private server that was killed is taken for running until it is gone: where it takes no
    /// session it is looked at again.
    private func first(_ connect: EventLog.Reconnect) async throws(CaseworkError) -> Connection {
        do throws(PostgresError) {
            return try await connect()
        } catch {
            guard case .own = origin, case .unreachable = error, try await bringUp() else {
                throw CaseworkError(error)
            }
        }
        return try await asking(connect)
    }

    /// Makes the workspace or brings it up to date, and names what was applied.
    package func migrate() async throws(CaseworkError) -> [String] {
        let connection = try await connect(for: .owning)
        return try await asking { () async throws(EventLogError) in
            try await workspace.migrate(on: connection)
        }
    }

    /// The server's address and how a session with it behaves.
    private func settings(for purpose: Purpose) async throws(CaseworkError) -> ConnectionSettings {
        let access: ConnectionSettings.Access = purpose == .reading ? .any : .readWrite
        switch origin {
        case .given(let address):
            tell("using the database that was named", .detail)
            return ConnectionSettings(address, access: access)
        case .own:
            _ = try await bringUp()
            return ConnectionSettings(privateServer.url + role(for: purpose), access: access)
        }
    }

    /// The private server's roles give a command no more rights than it needs.
    private func role(for purpose: Purpose) -> String {
        switch purpose {
        case .owning: ""
        case .reading: "&options=-c%20role%3Dcases_reader"
        case .writing: "&options=-c%20role%3Dcases_writer"
        }
    }
}

/// Runs a request to the server; its failure becomes one of the use case.
func asking<Answer, Failure: PostgresFailure>(
    _ request: () async throws(Failure) -> Answer
) async throws(CaseworkError) -> Answer {
    do throws(Failure) {
        return try await request()
    } catch {
        throw (error as? EventLogError).map { CaseworkError($0) }
            ?? (error as? PostgresError).map { CaseworkError($0) }
            ?? CaseworkError(.internal, "a failure of no known kind")
    }
}
