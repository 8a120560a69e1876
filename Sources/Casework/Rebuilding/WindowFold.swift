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
    private(set) var last: StreamName?
    /// How many events the streams have that are done.
    private(set) var done: Int64 = 0
    /// How many events were taken.
    private(set) var taken: Int64 = 0
    /// Where projections stopped, by name; nothing more is made of those.
    private(set) var failures: [String: Checkpoint.Failure] = [:]
    /// The last event of each stream that is done, by the stream's name.
    private(set) var lastEvents: [String: String] = [:]
    /// Whether no event is left behind those that were taken.
    private(set) var isLast = false
    private var stream: StreamName?
    private var events: [Event] = []

    init(_ projections: [Projection]) {
        self.projections = projections
        rows = projections.map { _ in [] }
    }

    /// Takes the next event, in order of stream and version.
    mutating func take(_ stored: StoredEvent) throws(CaseworkError) {
        let event = try Event(stored)
        if event.stream != stream { try end() }
        stream = event.stream
        events.append(event)
        taken += 1
    }

    /// Makes the rows of the stream at hand: nothing more comes of it.
    mutating func end() throws(CaseworkError) {
        guard let stream else { return }
        let history = try StreamHistory(of: stream, readable: events)
        for (index, projection) in projections.enumerated()
        where failures[projection.name] == nil {
            do throws(ReducerFailure) {
                rows[index] += try projection.rows(of: history)
            } catch {
                failures[projection.name] = Checkpoint.Failure(
                    position: error.position, reason: error.reason)
            }
        }
        lastEvents[stream.text] = events.last?.reference.description
        done += Int64(events.count)
        last = stream
        (self.stream, events) = (nil, [])
    }

    /// Makes the rows of the stream at hand: the log has no further one.
    mutating func close() throws(CaseworkError) {
        try end()
        isLast = true
    }
}

extension StreamHistory {
    /// The history of a stream whose corrections can be read.
    init(of stream: StreamName, readable events: [Event]) throws(CaseworkError) {
        do throws(UnreadableCorrection) {
            try self.init(of: stream, events)
        } catch {
            throw .unreadable(at: error.position, error.faults)
        }
    }
}

extension CaseworkError: EventLogFailure {}
