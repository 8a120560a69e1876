import Digest
package import EventLog
import Postgres
package import Projections

/// The digest of a projection's rows, taken stream by stream.
///
/// SHA-256 over the SHA-256 of each stream's rows, with the streams in byte order of their names.
/// The rows of a stream are lines of canonical JSON, each terminated by LF, in the order of their
/// keys. So the digest does not depend on how the streams were divided for reading.
package struct RowDigest: Sendable {
    /// How many rows were added.
    package private(set) var rows: Int64 = 0
    private var streams: [UInt8] = []
    private var stream: Cell?
    private var lines: [UInt8] = []

    /// The digest of no rows.
    package init() {}

    /// Adds the next row, in the order of the keys.
    package mutating func take(_ row: ProjectedRow) {
        if row.cells.first != stream { close() }
        stream = row.cells.first
        row.append(to: &lines)
        lines.append(UInt8(ascii: "\n"))
        rows += 1
    }

    /// The digest of the added rows, in hexadecimal.
    package var text: String {
        var end = self
        end.close()
        return SHA256.digest(end.streams).hexadecimal
    }

    private mutating func close() {
        guard !lines.isEmpty else { return }
        streams += SHA256.digest(lines)
        lines.removeAll(keepingCapacity: true)
    }
}

extension ReadModels {
    /// The head of the log, and the digests of the live rows of projections, in their order, in one
    /// snapshot.
    package func digests(
        of projections: [Projection]
    ) async throws(EventLogError) -> (state: ReadModelState, digests: [RowDigest]) {
        try await transaction { connection in
            try connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            let state = try state(on: connection)
            var digests: [RowDigest] = []
            for projection in projections {
                let live = state.live[projection.name]
                digests.append(try digest(of: projection, live?.generation, on: connection))
            }
            return (state, digests)
        }
    }

    /// The digest of a generation's rows; that of no rows if it does not exist.
    private func digest(
        of projection: Projection, _ generation: Int64?, on connection: isolated Connection
    ) throws -> RowDigest {
        guard let generation else { return RowDigest() }
        return try connection.fold(
            copying: statement(projection, generation, after: "", through: nil), into: RowDigest()
        ) { digest, row in
            digest.take(try ProjectedRow(&row, projection.columns))
        }
    }
}
