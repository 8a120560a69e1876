import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// Folds a window of the log, stream by stream, into the rows of projections.
///
/// In memory are the current stream and the rows of the completed ones.
struct WindowFold: Sendable {
    let projections: [Projection]
    /// The rows of each projection, in the order of the projections, stream by stream.
    private(set) var rows: [[ProjectedRow]]
    /// The last completed stream; nil if there is none.
    private(set) var last: String?
    /// How many events the completed streams have.
    private(set) var done: Int64 = 0
    /// How many events were added.
    private(set) var taken: Int64 = 0
    /// Where projections stopped, by name; these get no further rows.
    private(set) var failures: [String: Checkpoint.Failure] = [:]
    /// The events that stop a completed stream.
    private(set) var unreadable: [UnreadableEvent] = []
    /// The last event of each completed stream, by the stream's name.
    private(set) var lastEvents: [String: String] = [:]
    /// Whether the log has no events after those that were added.
    private(set) var isLast = false
    private var stream: [StoredEvent] = []

    init(_ projections: [Projection]) {
        self.projections = projections
        rows = projections.map { _ in [] }
    }

    /// Adds the next event, in order of stream and version.
    mutating func take(_ stored: StoredEvent) {
        if let last = stream.last, last.stream != stored.stream { end() }
        stream.append(stored)
        taken += 1
    }

    /// Makes the rows of the current stream, which is complete.
    mutating func end() {
        guard let name = stream.last?.stream else { return }
        var reading = StreamReading(stream)
        let history = reading.history
        let stopped = reading.stopped[name] ?? []
        for (index, projection) in projections.enumerated()
        where failures[projection.name] == nil {
            do {
                if let history {
                    rows[index] += try projection.rows(of: history)
                } else {
                    rows[index] += try projection.rows(
                        ofStopped: stopped, beside: reading.readable)
                }
            } catch {
                failures[projection.name] = Checkpoint.Failure(
                    position: error.position, reason: error.reason)
            }
        }
        unreadable += stopped
        lastEvents[name] = reading.readable.last?.reference.description
        done += Int64(stream.count)
        last = name
        stream = []
    }

    /// Makes the rows of the current stream, the last in the log.
    mutating func close() {
        end()
        isLast = true
    }
}

extension StreamReading {
    /// The history of the one stream that was read; nil if it is stopped, or has no readable event.
    fileprivate var history: StreamHistory? {
        mutating get {
            guard stopped.isEmpty, let stream = readable.last?.stream else { return nil }
            do {
                return try StreamHistory(of: stream, readable)
            } catch {
                _ = stop(at: error)
                return nil
            }
        }
    }
}
