package import CaseModel
import Foundation
import Postgres

extension EventLog {
    /// Appends `events`, all or none, and says where each of them stands.
    ///
    /// An event that the log has already, same id, stream, type and body, is a replay: its place
    /// is answered and nothing recorded. A failure that passes is tried again with the same ids.
    ///
    /// Positions go in the order of `events`. `name` says who records, printable and with its role
    /// at most 100 bytes; `ROLE/NAME` is stored. `expecting` names the version of streams before
    /// this append, 0 where there must be none; they need not be written to, and are not looked at
    /// where every event is a replay.
    package func append(
        _ events: [NewEvent], by name: String, expecting: [StreamName: Int64] = [:]
    ) async throws(EventLogError) -> [Recorded] {
        guard let first = events.first else { return [] }
        let isLean = events.count == 1 && expecting.keys.allSatisfy { $0 == first.stream }
        return try await persisting { connection throws(PostgresError) in
            isLean
                ? try await appendOne(first, name, expecting[first.stream], on: connection)
                : try await appendAll(events, name, expecting, on: connection)
        }
    }

    private func appendOne(
        _ event: NewEvent, _ name: String, _ expected: Int64?, on connection: Connection
    ) async throws(PostgresError) -> [Recorded] {
        try await connection.query(
            """
            SELECT position, version, recorded_at, replayed FROM \(workspace).append(
                \(event.id.uuid), \(event.stream.text), \(event.type), \(JSONText(event.body)),
                \(name), \(expected))
            """
        ) { row throws(PostgresError) in try Recorded(event.id, &row) }
    }

    private func appendAll(
        _ events: [NewEvent], _ name: String, _ expecting: [StreamName: Int64],
        on connection: Connection
    ) async throws(PostgresError) -> [Recorded] {
        let guards = expecting.sorted { $0.key < $1.key }
        return try await connection.query(
            """
            SELECT id, position, version, recorded_at, replayed FROM \(workspace).append(
                \(events.map(\.id.uuid)), \(events.map(\.stream.text)), \(events.map(\.type)),
                \(events.map { JSONText($0.body) }), \(name), \(guards.map(\.key.text)),
                \(guards.map(\.value))) ORDER BY ordinal
            """
        ) { row throws(PostgresError) in
            let id = EventID(try row.next(UUID.self))
            return try Recorded(id, &row)
        }
    }
}

extension Recorded {
    /// Reads position, version, recorded_at and replayed.
    fileprivate init(_ id: EventID, _ row: inout Row) throws(PostgresError) {
        self.id = id
        position = try row.next()
        version = try row.next()
        recordedAt = Instant(microseconds: try row.next(Timestamp.self).microseconds)
        replayed = try row.next()
    }
}
