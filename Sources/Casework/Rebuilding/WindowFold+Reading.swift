import CaseModel
import EventLog
import Postgres
import Projections

extension CaseRecord {
    /// Folds the next whole streams behind one, on the connection's own thread.
    ///
    /// - Parameters:
    ///   - projections: whose rows are made.
    ///   - stream: the last one that is done; empty at the beginning.
    ///   - limit: most events that are held, but for a stream that is longer.
    ///   - share: which of the streams.
    ///   - position: the log is read up to here.
    /// - Returns: the window; no stream is done in it where none is left.
    /// - Throws: an event that cannot be read, and whatever the server refuses.
    func window(
        _ projections: [Projection], after stream: String, limit: Int64,
        share: StreamShare = StreamShare(), through position: Int64
    ) async throws(CaseworkError) -> WindowFold {
        let connection = try await asking { () async throws(EventLogError) in
            try await log.connection()
        }
        let workspace = log.workspace
        return try await connection.transaction { connection throws(CaseworkError) in
            try WindowFold.next(
                projections, after: stream, limit: limit, share: share, through: position,
                of: workspace, on: connection)
        }
    }

    /// Folds the whole log, window by window, in order of the streams.
    func forEachWindow(
        _ projections: [Projection], limit: Int64 = RebuildPlan.window, through position: Int64,
        _ take: (WindowFold) -> Void
    ) async throws(CaseworkError) {
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
    /// The next whole streams, read inside a transaction.
    static func next(
        _ projections: [Projection], after stream: String, limit: Int64, share: StreamShare,
        through position: Int64, of workspace: Workspace, on connection: isolated Connection
    ) throws(CaseworkError) -> WindowFold {
        var limit = limit
        while true {
            var window = try EventLog.fold(
                after: stream, limit: limit, share: share, through: position, of: workspace,
                on: connection, into: WindowFold(projections)
            ) { fold, event throws(CaseworkError) in fold.take(event) }
            if window.taken < limit { window.close() }
            if window.isLast || window.last != nil { return window }
            // A stream that is longer than the window is read whole.
            limit *= 4
        }
    }
}
