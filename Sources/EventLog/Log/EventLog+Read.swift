package import CaseModel
import Postgres

extension EventLog {
    /// The position of the last event, 0 where there is none.
    package func head() async throws(EventLogError) -> Int64 {
        try await number("SELECT position FROM \(workspace).head WHERE one")
    }

    /// The events of `stream` after `version`, in the order of their versions.
    package func events(
        in stream: StreamName, after version: Int64 = 0
    ) async throws(EventLogError) -> [StoredEvent] {
        try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = \(stream.text) AND version > \(version) ORDER BY version
            """)
    }

    /// The events of `streams`, in the order of their positions.
    ///
    /// A stream that is not there has none. Not further than `position`; nil for the whole log.
    package func events(
        of streams: [StreamName], through position: Int64? = nil
    ) async throws(EventLogError) -> [StoredEvent] {
        try await events(ofStreams: streams.map(\.text), through: position)
    }

    /// The same for streams given by their names as they are stored.
    package func events(
        ofStreams streams: [String], through position: Int64? = nil
    ) async throws(EventLogError) -> [StoredEvent] {
        // How many events several streams have the server cannot tell without their names, and so
        // makes a plan anew each time; how many one has it can.
        guard streams.count != 1 else { return try await events(of: streams[0], position) }
        return try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = ANY (\(streams)) AND position <= \(position ?? .max)
            ORDER BY position
            """)
    }

    private func events(
        of stream: String, _ position: Int64?
    ) async throws(EventLogError) -> [StoredEvent] {
        try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = \(stream) AND position <= \(position ?? .max)
            ORDER BY version
            """)
    }

    /// The event with this id; nil where there is none.
    package func event(_ id: EventID) async throws(EventLogError) -> StoredEvent? {
        try await events(
            "SELECT \(StoredEvent.columns) FROM \(workspace).event WHERE id = \(id.uuid)"
        ).first
    }

    /// The event of `stream` that `key` names; nil where there is none.
    package func event(
        in stream: StreamName, key: Slug
    ) async throws(EventLogError) -> StoredEvent? {
        try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = \(stream.text) AND key = \(key.text)
            """
        ).first
    }

    /// The event of `stream` with this version; nil where there is none.
    package func event(
        in stream: StreamName, version: Int64
    ) async throws(EventLogError) -> StoredEvent? {
        try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = \(stream.text) AND version = \(version)
            """
        ).first
    }

    private func events(_ statement: Statement) async throws(EventLogError) -> [StoredEvent] {
        try await rows(statement) { row in try StoredEvent(&row) }
    }

    private func number(_ statement: Statement) async throws(EventLogError) -> Int64 {
        let numbers = try await rows(statement) { row in
            try row.next(Int64.self)
        }
        return numbers.first ?? 0
    }
}

extension EventLog {
    /// Runs one statement that reads, on a session that is open.
    func rows<Element: Sendable>(
        _ statement: Statement,
        _ read: @escaping @Sendable (inout Row) throws -> Element
    ) async throws(EventLogError) -> [Element] {
        try await mapped {
            do {
                return try await session.use { connection in try connection.query(statement, read) }
            } catch let error as PostgresError {
                throw error.ofReading
            }
        }
    }
}

extension PostgresError {
    /// The failure of a statement that only reads: its outcome is never in doubt.
    fileprivate var ofReading: PostgresError {
        guard case .lost(let message, _) = self else { return self }
        return .lost(message: message, outcomeUnknown: false)
    }
}
