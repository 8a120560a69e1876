package import CaseModel
import EventLog
import Postgres

extension CaseRecord {
    /// The slugs of the streams of one kind that begin with `prefix`, in order.
    package func slugs(
        of kind: StreamName.Kind, beginning prefix: String
    ) async throws(CaseworkError) -> [Slug] {
        try await asking { () async throws(EventLogError) in try await log.streams(kind) }
            .map(\.stream.slug).filter { $0.text.hasPrefix(prefix) }
    }

    /// The keys of the events of a case that begin with `prefix`, in the order of recording.
    package func keys(
        of slug: Slug, beginning prefix: String
    ) async throws(CaseworkError) -> [String] {
        try await asking { () async throws(EventLogError) in
            try await log.keys(of: StreamName(.case, slug))
        }.filter { $0.hasPrefix(prefix) }
    }
}

extension DatabaseChoice {
    /// Opens the record for one quick look; nil if that would start the private server.
    package func openIfRunning() async throws(CaseworkError) -> CaseRecord? {
        let address: String
        switch origin {
        case .given(let given): address = given
        case .own:
            guard case .running = privateServer.status().state else { return nil }
            address = privateServer.url + "&options=-c%20role%3Dcases_reader"
        }
        let settings = ConnectionSettings(address, access: .any, statementTimeout: 1000)
        let connection = try await asking { () async throws(PostgresError) in
            try await Connection.open(settings)
        }
        return CaseRecord(log: EventLog(connection: connection, workspace: workspace))
    }
}
