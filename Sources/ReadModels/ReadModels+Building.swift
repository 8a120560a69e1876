package import EventLog
import Postgres
package import Projections

/// A generation that is being built beside the live ones.
package struct Building: Hashable, Sendable {
    /// Its number.
    package let generation: Int64
    /// The position up to which the workers read the log; later events are added when catching up.
    package let target: Int64
    /// The workers, in order, with the last stream that each has completed and the number of events
    /// read.
    package let shares: [ShareState]

    /// The progress of one worker.
    package struct ShareState: Hashable, Sendable {
        /// The worker's share of the streams.
        package let share: StreamShare
        /// The last completed stream; empty at the beginning.
        package let stream: String
        /// How many events were read.
        package let events: Int64

        /// Creates the progress of a worker.
        package init(share: StreamShare, stream: String, events: Int64) {
            self.share = share
            self.stream = stream
            self.events = events
        }
    }
}

extension ReadModels {
    /// The generation that an earlier rebuild of exactly these projections, with as many workers,
    /// left unfinished; nil if there is none that can be resumed.
    ///
    /// A generation in which a fold stopped cannot be resumed, because rows are missing, nor can
    /// one of another log.
    package func unfinished(
        _ projections: [Projection], workers: Int64
    ) async throws(EventLogError) -> Building? {
        let built = try await run { connection in
            try connection.query(
                """
                SELECT p.generation FROM \(workspace).projection p
                JOIN \(workspace).rebuild_share s ON s.generation = p.generation AND s.worker = 0
                LEFT JOIN \(workspace).event e ON e.position = greatest(p.position, s.target)
                WHERE NOT p.is_live GROUP BY p.generation
                HAVING array_agg(p.name ORDER BY p.name) = \(projections.map(\.name))
                    AND array_agg(p.version ORDER BY p.name) = \(projections.map(\.version))
                    AND bool_and(p.failed_at IS NULL AND p.leaf IS NOT DISTINCT FROM e.leaf)
                ORDER BY p.generation DESC LIMIT 1
                """
            ) { row in try row.next(Int64.self) }
        }
        guard let generation = built.first else { return nil }
        let building = try await building(generation)
        return building?.shares.count == Int(workers) ? building : nil
    }

    /// Creates an empty generation; `leaf` is that of the event at the target.
    package func build(
        _ projections: [Projection], workers: Int64, through target: Int64, leaf: [UInt8]?
    ) async throws(EventLogError) -> Building? {
        let generation = try await transaction { connection in
            // Never a number that was used before: a worker of a generation that was cleared would
            // write into the new one. The time in microseconds ensures that, on whichever server.
            let last = try connection.query(
                """
                SELECT greatest(
                    1 + coalesce(max(generation), 0),
                    (extract(epoch FROM clock_timestamp()) * 1000000)::bigint)
                FROM \(workspace).projection
                """
            ) { row in try row.next(Int64.self) }
            let generation = last.first ?? 1
            for projection in projections {
                try connection.execute(
                    """
                    INSERT INTO \(workspace).projection
                        (name, generation, version, is_live, position, leaf)
                    VALUES (
                        \(projection.name), \(generation), \(projection.version), false, 0, \(leaf))
                    """)
                // Orphaned rows, without a checkpoint, which would be in the way.
                try removeRows(projection, generation, on: connection)
            }
            try connection.execute(
                """
                INSERT INTO \(workspace).rebuild_share
                    (generation, worker, workers, target, stream, events)
                SELECT \(generation), worker, \(workers), \(target), '', 0
                FROM generate_series(0, \(workers) - 1) AS worker
                """)
            return generation
        }
        return try await building(generation)
    }

    /// A generation that is being built, with how far each worker is; nil if it is gone.
    package func building(_ generation: Int64) async throws(EventLogError) -> Building? {
        let shares = try await run { connection in
            try connection.query(
                """
                SELECT target, worker, workers, stream, events FROM \(workspace).rebuild_share
                WHERE generation = \(generation) ORDER BY worker
                """
            ) { row in
                let target: Int64 = try row.next()
                let share = StreamShare(worker: try row.next(), of: try row.next())
                return (
                    target,
                    Building.ShareState(
                        share: share, stream: try row.next(), events: try row.next())
                )
            }
        }
        guard let target = shares.first?.0 else { return nil }
        return Building(generation: generation, target: target, shares: shares.map(\.1))
    }

    /// Writes the rows of a window of streams together with the progress of the worker.
    ///
    /// - Returns: Whether they were written; false if another rebuild has written this window.
    package func write(
        _ rows: [(Projection, [ProjectedRow])], to generation: Int64, from old: Building.ShareState,
        to new: Building.ShareState
    ) async throws(EventLogError) -> Bool {
        try await transaction { connection in
            try connection.execute("SET LOCAL synchronous_commit = off")
            let moved = try connection.execute(
                """
                UPDATE \(workspace).rebuild_share
                SET stream = \(new.stream), events = \(new.events)
                WHERE generation = \(generation) AND worker = \(old.share.worker)
                    AND stream = \(old.stream)
                """)
            guard moved == 1 else { return false }
            for (projection, rows) in rows {
                try write(rows, of: projection, generation, on: connection)
            }
            return true
        }
    }
}
