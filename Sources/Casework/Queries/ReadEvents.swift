package import CaseModel
import EventLog
import Synchronization

/// How far into the log the events reach that an answer was made from.
///
/// One instance per answer. An event that was not read leaves the answer as it was, so an answer with
/// the same `last` as an earlier one, by the same clocks, says the same.
package final class ReadEvents: Sendable {
    private let positions = Mutex((last: Int64(0), correction: Int64(0)))
    private let all: Mutex<[Int64: Instant]>?

    /// Creates it with nothing read; if it collects moments, it holds every event that is read.
    package init(collectsMoments: Bool = false) {
        all = collectsMoments ? Mutex([:]) : nil
    }

    /// When an event was recorded.
    package struct Moment: Hashable, Sendable {
        /// The position of the event.
        package let position: Int64
        /// When it was recorded.
        package let recordedAt: Instant
    }

    /// The events that were read, in order of position; none if they are not collected.
    package var moments: [Moment] {
        let all = all?.withLock { $0 } ?? [:]
        return all.map { Moment(position: $0, recordedAt: $1) }.sorted { $0.position < $1.position }
    }

    /// The position of the last event that was read; 0 if none was.
    package var last: Int64 { positions.withLock { $0.last } }

    /// The position of the last correction or retraction that was read; 0 if there was none.
    package var lastCorrection: Int64 { positions.withLock { $0.correction } }

    func note(_ events: [StoredEvent]) {
        let last = events.lazy.map(\.position).max() ?? 0
        let correction = events.lazy.filter(\.corrects).map(\.position).max() ?? 0
        all?.withLock { all in
            for event in events { all[event.position] = event.recordedAt }
        }
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
    package func note(through position: Int64) {
        positions.withLock { $0.last = max($0.last, position) }
    }
}

extension StoredEvent {
    fileprivate var corrects: Bool {
        type == EventCorrected.type || type == EventRetracted.type
    }
}
