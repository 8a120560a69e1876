package import CaseModel
import Foundation
import Postgres

extension EventLog {
    /// The ends of the streams of one kind, in the order of their names.
    ///
    /// Skips from stream to stream in the index, so that the cost depends on the number of streams,
    /// not of events.
    package func streams(_ kind: StreamName.Kind) async throws(EventLogError) -> [StreamTip] {
        let first = "\(kind.rawValue)/"
        let beyond = "\(kind.rawValue)0"
        let tips = try await rows(
            """
            WITH RECURSIVE tip AS (
                (SELECT stream, version, position FROM \(workspace).event
                WHERE stream >= \(first) AND stream < \(beyond)
                ORDER BY stream DESC, version DESC LIMIT 1)
                UNION ALL
                SELECT next.* FROM tip CROSS JOIN LATERAL (
                    SELECT e.stream, e.version, e.position FROM \(workspace).event e
                    WHERE e.stream >= \(first) AND e.stream < tip.stream
                    ORDER BY e.stream DESC, e.version DESC LIMIT 1
                ) next
            )
            SELECT stream, version, position FROM tip ORDER BY stream
            """
        ) { row in try StreamTip(&row) }
        return tips
    }
}

extension StreamTip {
    fileprivate init(_ row: inout Row) throws(PostgresError) {
        stream = try row.nextStream()
        version = try row.next()
        position = try row.next()
    }
}

extension Row {
    mutating func nextStream() throws(PostgresError) -> StreamName {
        guard let stream = StreamName(try next(String.self)) else {
            throw .decoding(column: 1, message: "is not the name of a stream")
        }
        return stream
    }
}
extension EventLog {
    /// The streams of those of `events` that are recorded.
    package func streams(
        ofEvents events: [EventID]
    ) async throws(EventLogError) -> [EventID: StreamName] {
        let found = try await rows(
            "SELECT id, stream FROM \(workspace).event WHERE id = ANY (\(events.map(\.uuid)))"
        ) { row in
            (EventID(try row.next(UUID.self)), try row.nextStream())
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }
}

extension EventLog {
    /// The events with given keys in their streams, in order of position.
    package func events(
        keyed keys: [(stream: StreamName, key: Slug)]
    ) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE (stream, key) IN (
                SELECT * FROM unnest(\(keys.map(\.stream.text)), \(keys.map(\.key.text))))
            ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }

    /// The versions of some streams; 0 if a stream does not exist.
    package func versions(
        of streams: [StreamName]
    ) async throws(EventLogError) -> [StreamName: Int64] {
        let found = try await rows(
            """
            SELECT stream, max(version) FROM \(workspace).event
            WHERE stream = ANY (\(streams.map(\.text))) GROUP BY stream
            """
        ) { row in (try row.nextStream(), try row.next(Int64.self)) }
        let versions = Dictionary(found, uniquingKeysWith: { first, _ in first })
        return Dictionary(streams.map { ($0, versions[$0] ?? 0) }) { first, _ in first }
    }
}

extension EventLog {
    /// The names of the streams of the events at some positions, in order, including streams of
    /// kinds that only a newer program knows.
    package func streams(
        at positions: ClosedRange<Int64>
    ) async throws(EventLogError) -> [String] {
        try await rows(
            """
            SELECT DISTINCT stream FROM \(workspace).event
            WHERE position BETWEEN \(positions.lowerBound) AND \(positions.upperBound)
            ORDER BY stream
            """
        ) { row in try row.next(String.self) }
    }
}

extension EventLog {
    /// Every stream of the workspace.
    package func streamNames() async throws(EventLogError) -> [StreamName] {
        var names: [StreamName] = []
        for kind in StreamName.Kind.allCases {
            names += try await streams(kind).map(\.stream)
        }
        return names
    }
}
