import Postgres

extension EventLog {
    /// The leaf of the event at a position; nil if there is none.
    package func leaf(at position: Int64) async throws(EventLogError) -> [UInt8]? {
        try await leaves(at: [position])[position]
    }

    /// The leaves of the events at some positions; missing events are left out.
    package func leaves(
        at positions: Set<Int64>
    ) async throws(EventLogError) -> [Int64: [UInt8]] {
        let leaves = try await rows(
            "SELECT position, leaf FROM \(workspace).event WHERE position = ANY (\(Array(positions)))"
        ) { row in (try row.next(Int64.self), try row.next([UInt8].self)) }
        return Dictionary(leaves) { first, _ in first }
    }
}
