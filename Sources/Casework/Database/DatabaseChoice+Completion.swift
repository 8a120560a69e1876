import EventLog
import Postgres
import PrivateServer

extension DatabaseChoice {
    /// Opens the record for a short query; nil if that would start the private server.
    package func openIfRunning() async throws -> CaseReader? {
        let address: String
        switch origin {
        case .given(let given): address = given
        case .own:
            guard case .running = privateServer.status().state else { return nil }
            address = privateServer.url + "&options=-c%20role%3Dcases_reader"
        }
        let settings = ConnectionSettings(address, access: .any, statementTimeout: 1000)
        let connection = try await Connection.open(settings)
        return CaseReader(log: EventLog(connection: connection, workspace: workspace))
    }
}
