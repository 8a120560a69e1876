import CaseModel
import EventLog
import Synchronization

/// How far into the log the events reach that an answer was made from.
///
/// One instance per answer. An event that was not read leaves the answer as it was, so an answer with
/// the same `last` as an earlier one, by the same clocks, says the same.
package final class ReadEvents: Sendable {
    private let positions = Mutex((last: Int64(0), correction: Int64(0)))

    /// Creates it with nothing read.
    package init() {}

    /// The position of the last event that was read; 0 if none was.
    package var last: Int64 { positions.withLock { $0.last } }

    /// The position of the last correction or retraction that was read; 0 if there was none.
    package var lastCorrection: Int64 { positions.withLock { $0.correction } }

    func note(_ events: [StoredEvent]) {
        let last = events.lazy.map(\.position).max() ?? 0
        let correction = events.lazy.filter(\.corrects).map(\.position).max() ?? 0
        positions.withLock {
            $0 = (max($0.last, last), max($0.correction, correction))
        }
    }

    /// Notes what another answer was made from, which this one uses.
    func note(_ other: ReadEvents) {
        let (last, correction) = (other.last, other.lastCorrection)
        positions.withLock {
            $0 = (max($0.last, last), max($0.correction, correction))
        }
    }

    /// Notes an answer that everything up to a position may have changed.
    func note(through position: Int64) {
        positions.withLock { $0.last = max($0.last, position) }
    }
}

extension StoredEvent {
    fileprivate var corrects: Bool {
        type == EventCorrected.type || type == EventRetracted.type
    }
}
