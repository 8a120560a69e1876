import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// Folds a window of the log, stream by stream, into the rows of projections.
///
/// What is kept is the stream at hand and the rows of those that are done.
struct WindowFold: Sendable {
    let projections: [Projection]
    /// The rows of each projection, in its order, stream by stream.
    private(set) var rows: [[ProjectedRow]]
    /// The last stream that is done; nil where none is.
    private(set) var last: String?
    /// How many events the streams have that are done.
    private(set) var done: Int64 = 0
    /// How many events were taken.
    private(set) var taken: Int64 = 0
    /// Where projections stopped, by name; nothing more is made of those.
    private(set) var failures: [String: Checkpoint.Failure] = [:]
    /// The events that stop a stream among those that are done.
    private(set) var unreadable: [UnreadableEvent] = []
    /// The last event of each stream that is done, by the stream's name.
    private(set) var lastEvents: [String: String] = [:]
    /// Whether no event is left behind those that were taken.
    private(set) var isLast = false
    private var stream: [StoredEvent] = []

    init(_ projections: [Projection]) {
        self.projections = projections
        rows = projections.map { _ in [] }
    }

    /// Takes the next event, in order of stream and version.
    mutating func take(_ stored: StoredEvent) {
        if let last = stream.last, last.stream != stored.stream { end() }
        stream.append(stored)
        taken += 1
    }

    /// Makes the rows of the stream at hand: nothing more comes of it.
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

    /// Makes the rows of the stream at hand: the log has no further one.
    mutating func close() {
        end()
        isLast = true
    }
}

extension StreamReading {
    /// The history of the one stream that was read; nil where that is stopped, or without any
    /// event that can be read.
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
