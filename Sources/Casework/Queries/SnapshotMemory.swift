import CaseModel
import EventLog
import Projections
import Synchronization

/// What was read of one snapshot already, for a run of answers that read the same streams again.
///
/// A stream at a snapshot never changes, so that what was read of it once can be used again.
final class SnapshotMemory: Sendable {
    private struct Contents {
        var streams: [StreamName: [StoredEvent]] = [:]
        var count = 0
        var registers: [StreamName]?
        var effective: Effective?
    }

    /// The events of streams after corrections, with what they were made from.
    struct Effective: Sendable {
        let streams: [StreamName]
        let events: [EffectiveEvent]
        let read: ReadEvents
        let omissions: Omissions
    }

    private let contents = Mutex(Contents())

    /// How many events are held; above that, all are forgotten.
    private static let limit = 200_000

    /// The streams that were read already.
    func stored(_ streams: [StreamName]) -> [StreamName: [StoredEvent]] {
        contents.withLock { contents in
            var found: [StreamName: [StoredEvent]] = [:]
            for stream in streams { found[stream] = contents.streams[stream] }
            return found
        }
    }

    /// Keeps streams that were read whole.
    func keep(_ streams: [StreamName: [StoredEvent]]) {
        contents.withLock { contents in
            if contents.count > SnapshotMemory.limit { contents = Contents() }
            contents.streams.merge(streams) { $1 }
            contents.count += streams.values.reduce(0) { $0 + $1.count }
        }
    }

    /// The registers with merges and withdrawals; nil if they were not read yet.
    var registers: [StreamName]? {
        get { contents.withLock { $0.registers } }
        set { contents.withLock { $0.registers = newValue } }
    }

    /// The events of streams after corrections; what was asked for last is remembered.
    func effective(_ streams: [StreamName], for reader: CaseReader) async throws -> Effective {
        if let known = contents.withLock({ $0.effective }), known.streams == streams {
            return known
        }
        let (read, omissions) = (ReadEvents(), Omissions())
        let events = try await reader.answering(read, omissions).resolved(streams)
        let effective = Effective(
            streams: streams, events: events, read: read, omissions: omissions)
        contents.withLock { $0.effective = effective }
        return effective
    }
}

extension CaseReader {
    /// The same snapshot of the record, remembering what was read of it.
    package func remembering() -> CaseReader {
        CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions,
            readEvents: readEvents, memory: SnapshotMemory())
    }

    /// The same snapshot of the record for one answer, which has omissions and read events of its
    /// own.
    package func answering(
        _ readEvents: ReadEvents = ReadEvents(), _ omissions: Omissions = Omissions()
    ) -> CaseReader {
        CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions,
            readEvents: readEvents, memory: memory)
    }
}
