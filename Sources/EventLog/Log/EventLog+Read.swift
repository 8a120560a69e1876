package import CaseModel
import Postgres

extension EventLog {
    /// The position of the last event; 0 in an empty log.
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
    /// A stream that does not exist has no events. Reads up to `position`; nil for the whole log.
    package func events(
        of streams: [StreamName], through position: Int64? = nil
    ) async throws(EventLogError) -> [StoredEvent] {
        try await events(ofStreams: streams.map(\.text), through: position)
    }

    /// The same for streams given by their stored names.
    package func events(
        ofStreams streams: [String], through position: Int64? = nil
    ) async throws(EventLogError) -> [StoredEvent] {
        // Without the names the server cannot estimate how many events several streams have, so it
        // plans each execution anew; for a single stream it can.
        guard streams.count != 1 else { return try await events(of: streams[0], position) }
        guard let position, streams.areFewRegisters else {
            return try await events(ofAny: streams[...], through: position ?? .max)
        }
        var found: [StoredEvent] = []
        for start in stride(from: 0, to: streams.count, by: Registers.atOnce) {
            let some = streams[start...].prefix(Registers.atOnce)
            found += try await events(ofAny: some, through: position)
        }
        return found.sorted { $0.position < $1.position }
    }

    private func events(
        ofAny streams: ArraySlice<String>, through position: Int64
    ) async throws(EventLogError) -> [StoredEvent] {
        try await events(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = ANY (\(Array(streams))) AND position <= \(position)
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

    /// The event with this id; nil if there is none.
    package func event(_ id: EventID) async throws(EventLogError) -> StoredEvent? {
        try await events(
            "SELECT \(StoredEvent.columns) FROM \(workspace).event WHERE id = \(id.uuid)"
        ).first
    }

    /// The event of `stream` with this key; nil if there is none.
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

    /// The event of `stream` with this version; nil if there is none.
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
    /// Runs one statement on an open session; it reads, or may be repeated without harm.
    func rows<Element: Sendable>(
        _ statement: Statement,
        mayRepeat: Bool = true, _ read: @escaping @Sendable (inout Row) throws -> Element
    ) async throws(EventLogError) -> [Element] {
        let start = ContinuousClock.now
        return try await mapped {
            do {
                return try await session.use { connection in try connection.query(statement, read) }
            } catch PostgresError.lost
                where mayRepeat && session.canReconnect && start.duration(to: .now) < .seconds(1)
            {
                // Reading changes nothing, so it is done again on another session; but not where the
                // server fell silent, and the command has waited for it long enough.
                return try await rows(statement, mayRepeat: false, read)
            } catch let error as PostgresError {
                throw error.ofReading
            }
        }
    }
}

extension PostgresError {
    /// Maps the failure of a statement that may be repeated: an unknown outcome needs no care.
    fileprivate var ofReading: PostgresError {
        guard case .lost(let message, _) = self else { return self }
        return .lost(message: message, outcomeUnknown: false)
    }
}

extension EventLog {
    /// The streams of merged actors and of withdrawn sources, up to a position, in order of their
    /// names.
    ///
    /// The types are literals in the statement, as in the definition of the index that it uses.
    package func streamsOfMergesAndWithdrawals(
        through position: Int64? = nil
    ) async throws(EventLogError) -> [StreamName] {
        try await rows(
            """
            SELECT DISTINCT stream FROM \(workspace).event
            WHERE type IN ('actors.merged', 'source.withdrawn')
                AND position <= \(position ?? .max)
            ORDER BY stream
            """
        ) { row in try row.nextStream() }
    }
}

extension EventLog {
    /// The keys of a stream's events, in order of recording.
    package func keys(of stream: StreamName) async throws(EventLogError) -> [String] {
        try await rows(
            """
            SELECT key FROM \(workspace).event
            WHERE stream = \(stream.text) AND key IS NOT NULL ORDER BY version
            """
        ) { row in try row.next(String.self) }
    }
}

extension EventLog {
    /// Those of the given events that are recorded, in order of position.
    package func events(_ ids: [EventID]) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE id = ANY (\(ids.map(\.uuid))) ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }

    /// The corrections and retractions in some streams that refer to events by one of some names,
    /// in lower case, in order of position.
    ///
    /// The types are literals in the statement, as in the definition of the index that it uses.
    package func amendments(
        in streams: [StreamName], of names: [String]
    ) async throws(EventLogError) -> [StoredEvent] {
        try await rows(
            """
            SELECT \(StoredEvent.columns) FROM \(workspace).event
            WHERE stream = ANY (\(streams.map(\.text)))
                AND type IN ('event.corrected', 'event.retracted')
                AND lower(body -> 'data' ->> 'event') = ANY (\(names))
            ORDER BY position
            """
        ) { row in try StoredEvent(&row) }
    }
}

/// How registers are read, whose streams are much shorter than those of cases.
///
/// The server expects every stream to have the average number of events. Asked for hundreds of
/// registers at once it would therefore read the whole log; asked for a few it uses the index.
private enum Registers {
    /// The number of streams asked for at once.
    static let atOnce = 50
    /// From this number on, reading the whole log may be the best there is.
    static let many = 10_000
}

extension [String] {
    fileprivate var areFewRegisters: Bool {
        (Registers.atOnce..<Registers.many).contains(count)
            && allSatisfy { !$0.hasPrefix("case/") }
    }
}
