import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

extension Projector {
    /// The rows of the streams with events at some positions, folded up to the last of these
    /// positions.
    func fold(
        _ positions: ClosedRange<Int64>, _ projections: [Projection]
    ) async throws -> StreamFold {
        let streams = try await log.streams(at: positions)
        return try await fold(streams, projections, through: positions.upperBound)
    }

    /// The rows of some streams, each stream once, folded up to a position.
    func fold(
        _ streams: [String], _ projections: [Projection], through position: Int64
    ) async throws -> StreamFold {
        guard !streams.isEmpty else { return StreamFold(rows: projections.map { _ in [] }) }
        let stored = try await log.events(ofStreams: streams, through: position)
        let events = Dictionary(grouping: stored, by: \.stream)
        var fold = WindowFold(projections)
        for stream in streams {
            for event in events[stream] ?? [] { fold.take(event) }
        }
        fold.end()
        return StreamFold(
            streams: streams, rows: fold.rows, failures: fold.failures,
            unreadable: fold.unreadable)
    }

    /// Folds the next complete streams after a given one, on the connection's own thread.
    ///
    /// - Parameters:
    ///   - projections: The projections to fold.
    ///   - stream: The last completed stream; empty at the beginning.
    ///   - limit: The maximum number of events in memory, except for a longer stream.
    ///   - share: Which of the streams.
    ///   - position: The last position of the log to read.
    /// - Returns: The window; if no streams are left, it has no completed stream.
    /// - Throws: An event that cannot be read, and any error of the server.
    func window(
        _ projections: [Projection], after stream: String, limit: Int64,
        share: StreamShare = StreamShare(), through position: Int64
    ) async throws -> WindowFold {
        let connection = try await log.connection()
        let workspace = log.workspace
        return try await connection.transaction { connection in
            try WindowFold.next(
                projections, after: stream, limit: limit, share: share, through: position,
                of: workspace, on: connection)
        }
    }

    /// Folds the whole log, window by window, in order of the streams.
    func forEachWindow(
        _ projections: [Projection], limit: Int64 = RebuildPlan.window, through position: Int64,
        _ take: (WindowFold) -> Void
    ) async throws {
        var stream: String? = ""
        while let after = stream {
            let window = try await window(
                projections, after: after, limit: limit, through: position)
            take(window)
            stream = window.isLast ? nil : window.last
        }
    }
}

extension WindowFold {
    /// Reads the next complete streams, inside a transaction.
    static func next(
        _ projections: [Projection], after stream: String, limit: Int64, share: StreamShare,
        through position: Int64, of workspace: Workspace, on connection: isolated Connection
    ) throws -> WindowFold {
        var limit = limit
        while true {
            var window = try EventLog.fold(
                after: stream, limit: limit, share: share, through: position, of: workspace,
                on: connection, into: WindowFold(projections)
            ) { fold, event in fold.take(event) }
            if window.taken < limit { window.close() }
            if window.isLast || window.last != nil { return window }
            // A stream that is longer than the window is read whole.
            limit *= 4
        }
    }
}

/// The rows of some streams.
struct StreamFold: Sendable {
    /// The streams' names.
    var streams: [String] = []
    /// The rows of each projection, in its order.
    var rows: [[ProjectedRow]]
    /// Where projections stopped, by name.
    var failures: [String: Checkpoint.Failure] = [:]
    /// The events that stop a stream.
    var unreadable: [UnreadableEvent] = []
}
