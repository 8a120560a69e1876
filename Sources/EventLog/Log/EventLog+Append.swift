package import CaseModel
import Foundation
import Postgres

extension EventLog {
    /// Appends `events`, all or nothing, and returns the position and version of each.
    ///
    /// An event that the log already has (same id, stream, type and body) is a replay: its position
    /// is returned and nothing is recorded. Transient failures are retried with the same ids.
    ///
    /// Positions follow the order of `events`. `name` says who records: printable, and with login
    /// and role at most 100 bytes; `LOGIN/NAME` is stored, or `LOGIN:ROLE/NAME`. `expecting` has
    /// the expected versions of streams before this append, 0 for a stream that must not exist; the
    /// append need not write to these streams, and they are not checked if every event is a replay.
    ///
    /// Many tasks may append through one log concurrently: appends that wait for one in progress
    /// are sent together after it. An append that is cancelled while it waits may still be
    /// recorded.
    package func append(
        _ events: [NewEvent], by name: String, expecting: [StreamName: Int64] = [:]
    ) async throws(EventLogError) -> [Recorded] {
        guard !events.isEmpty else { return [] }
        let request = AppendQueue.Request(events: events, name: name, expecting: expecting)
        return try await queue.append(request) { request in
            do throws(EventLogError) { return .success(try await send(request)) } catch {
                return .failure(error)
            }
        }.get()
    }

    private func send(
        _ request: AppendQueue.Request
    ) async throws(EventLogError) -> [Recorded] {
        let (events, expecting) = (request.events, request.expecting)
        return try await persisting { connection in
            try connection.answeringSoon { connection in
                let answers =
                    if events.count == 1, expecting.keys.allSatisfy({ $0 == events[0].stream }) {
                        try appendOne(
                            events[0], request.name, expecting[events[0].stream], on: connection)
                    } else {
                        try appendAll(events, request.name, expecting, on: connection)
                    }
                if answers.contains(where: { !$0.isFlushed }) { try flush(connection) }
                return answers.map(\.recorded)
            }
        }
    }

    /// Waits for the disk; the outcome of an append whose flush failed is unknown.
    private func flush(_ connection: isolated Connection) throws(PostgresError) {
        do {
            try connection.execute("SELECT \(workspace).flush()")
        } catch {
            throw .lost(message: error.description, outcomeUnknown: true)
        }
    }

    private func appendOne(
        _ event: NewEvent, _ name: String, _ expected: Int64?,
        on connection: isolated Connection
    ) throws -> [AppendedRow] {
        try connection.query(
            """
            SELECT position, version, recorded_at, replayed, flushed
            FROM \(workspace).append_one(
                \(event.id.uuid), \(event.stream.text), \(event.type), \(JSONText(event.body)),
                \(name), \(expected), defers => true)
            """
        ) { row in try AppendedRow(event.id, &row) }
    }

    private func appendAll(
        _ events: [NewEvent], _ name: String, _ expecting: [StreamName: Int64],
        on connection: isolated Connection
    ) throws -> [AppendedRow] {
        let guards = expecting.sorted { $0.key < $1.key }
        return try connection.query(
            """
            SELECT id, position, version, recorded_at, replayed, flushed
            FROM \(workspace).append_batch(
                \(events.map(\.id.uuid)), \(events.map(\.stream.text)), \(events.map(\.type)),
                \(events.map { JSONText($0.body) }), \(name), \(guards.map(\.key.text)),
                \(guards.map(\.value)), defers => true) ORDER BY ordinal
            """
        ) { row in
            let id = EventID(try row.next(UUID.self))
            return try AppendedRow(id, &row)
        }
    }
}

/// One row of the result of the function `append`.
struct AppendedRow: Sendable {
    let recorded: Recorded
    /// Whether it is on disk; if not, it must not be reported before a flush.
    let isFlushed: Bool

    /// Reads position, version, recorded_at, replayed and flushed.
    init(_ id: EventID, _ row: inout Row) throws(PostgresError) {
        recorded = try Recorded(id, &row)
        isFlushed = try row.next()
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

extension EventLog {
    /// Runs `attempt` until it succeeds, fails permanently, or `retryLimit` is over.
    ///
    /// That is safe because an append is idempotent: if an attempt was recorded but its answer was
    /// lost, the next attempt returns it as a replay.
    func persisting<Answer: Sendable>(
        _ attempt: @Sendable (isolated Connection) async throws -> Answer
    ) async throws(EventLogError) -> Answer {
        var backoff = Backoff(for: retryLimit)
        var outcomeUnknown = false
        while true {
            do {
                return try await session.use(retrying: .zero, attempt)
            } catch let error as PostgresError {
                outcomeUnknown = outcomeUnknown || error.isOutcomeUnknown
                guard mayPass(error), await backoff.wait(after: error.description) else {
                    throw verdict(error, outcomeUnknown)
                }
            } catch {
                throw EventLogError(error)
            }
        }
    }

    private func mayPass(_ error: PostgresError) -> Bool {
        switch error {
        case .lost: session.canReconnect
        case .unreachable(_, _, let passes): passes && session.canReconnect
        case .server(let report): report.state.passes
        case .timeout, .cancelled, .decoding, .usage: false
        }
    }

    /// If an earlier attempt may have been recorded, that outweighs the last failure, unless the
    /// log itself refused the events.
    private func verdict(_ error: PostgresError, _ outcomeUnknown: Bool) -> EventLogError {
        if outcomeUnknown, error.state?.isVerdictOfTheLog != true {
            return .tryAgain(error.description, .unknown)
        }
        guard case .tryAgain(let message, nil) = EventLogError(error) else {
            return EventLogError(error)
        }
        return .tryAgain(message, .nothing)
    }
}
