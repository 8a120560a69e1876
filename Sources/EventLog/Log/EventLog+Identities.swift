package import CaseModel
import Postgres

/// What identifies an event: its place in the log, in its stream, and its id.
package struct EventIdentity: Sendable {
    /// Its position in the log.
    package let position: Int64
    /// Its stream's name as stored.
    package let stream: String
    /// Its version in its stream.
    package let version: Int64
    /// Its id.
    package let id: EventID
}

extension EventLog {
    /// Folds what identifies the events up to a position, in the order of their positions, without
    /// reading their bodies.
    package func foldIdentities<State: Sendable>(
        through position: Int64, into initial: State,
        _ step: @escaping @Sendable (inout State, EventIdentity) throws -> Void
    ) async throws -> State {
        try await connection().fold(
            copying: """
                SELECT position, stream, version, id FROM \(workspace).event
                WHERE position <= \(position) ORDER BY position
                """,
            into: initial
        ) { state, row in
            try step(
                &state,
                EventIdentity(
                    position: try row.next(), stream: try row.next(), version: try row.next(),
                    id: EventID(try row.next())))
        }
    }
}
