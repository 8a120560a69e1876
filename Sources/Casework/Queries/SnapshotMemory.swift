import CaseModel
import EventLog
import Logging
import Projections
import Synchronization

/// What was read of one snapshot already, for a run of answers that read the same streams again.
///
/// A stream at a snapshot never changes, so that what was read of it once can be used again.
final class SnapshotMemory: Sendable {
    /// Something that was read, with what it was made from.
    struct Remembered<Value: Sendable>: Sendable {
        let value: Value
        let read: ReadEvents
        let omissions: Omissions
    }

    /// Every actor of the record.
    typealias Actors = (all: [KnownActor], network: ActorNetwork, registers: Registers)

    private struct Contents {
        var readings: [StreamName: StreamReading] = [:]
        var stored: [StreamName: [StoredEvent]] = [:]
        var effective: [StreamName: Remembered<[EffectiveEvent]>] = [:]
        var count = 0
        var registers: [StreamName]?
        var actors: Remembered<Actors>?
        var sources: Remembered<Registers>?

        mutating func keep(_ streams: [StreamName: [StoredEvent]], count more: Int) {
            if count + more > SnapshotMemory.limit {
                (readings, stored, effective, count) = ([:], [:], [:], 0)
            }
            stored.merge(streams) { $1 }
            count += more
        }
    }

    private let contents = Mutex(Contents())

    /// How many events are held; above that, those streams are forgotten.
    private static let limit = 200_000

    /// The registers with merges and withdrawals; nil if they were not read yet.
    var registers: [StreamName]? {
        get { contents.withLock { $0.registers } }
        set { contents.withLock { $0.registers = newValue } }
    }

    /// The events of whole streams, in order of position; streams that were not read yet are read by
    /// `read`.
    func stored(
        _ streams: [StreamName], _ read: ([StreamName]) async throws -> [StoredEvent]
    ) async throws -> [StoredEvent] {
        var known = contents.withLock { contents in
            streams.reduce(into: [:]) { $0[$1] = contents.stored[$1] }
        }
        let missing = streams.filter { known[$0] == nil }
        if !missing.isEmpty {
            let events = try await read(missing)
            let found = Dictionary(grouping: events) { StreamName($0.stream) }
            for stream in missing { known[stream] = found[stream] ?? [] }
            contents.withLock { $0.keep(known, count: events.count) }
        }
        return streams.flatMap { known[$0] ?? [] }.sorted { $0.position < $1.position }
    }

    /// The parsed events of a whole stream.
    func reading(of stream: StreamName, _ stored: [StoredEvent]) -> StreamReading {
        if let known = contents.withLock({ $0.readings[stream] }) { return known }
        let reading = StreamReading(stored)
        contents.withLock { $0.readings[stream] = reading }
        return reading
    }

    /// The events of a stream after corrections.
    func effective(
        _ stream: StreamName, for reader: CaseReader
    ) async throws -> Remembered<[EffectiveEvent]> {
        try await once(\.effective[stream], for: reader) { try await $0.resolved([stream]) }
    }

    /// Every actor of the record.
    func actors(
        for reader: CaseReader, _ make: (CaseReader) async throws -> Actors
    ) async throws -> Remembered<Actors> {
        try await once(\.actors, for: reader, make)
    }

    /// Every source of the record.
    func sources(
        for reader: CaseReader, _ make: (CaseReader) async throws -> Registers
    ) async throws -> Remembered<Registers> {
        try await once(\.sources, for: reader, make)
    }

    /// What is remembered at a place; made and remembered if there is nothing yet.
    private func once<Value: Sendable>(
        _ place: any WritableKeyPath<Contents, Remembered<Value>?> & Sendable,
        for reader: CaseReader, _ make: (CaseReader) async throws -> Value
    ) async throws -> Remembered<Value> {
        if let known = contents.withLock({ $0[keyPath: place] }) { return known }
        let made = try await remembered(by: reader, make)
        contents.withLock { $0[keyPath: place] = made }
        return made
    }

    private func remembered<Value: Sendable>(
        by reader: CaseReader, _ make: (CaseReader) async throws -> Value
    ) async throws -> Remembered<Value> {
        let (read, omissions) = (ReadEvents(), Omissions())
        let value = try await make(reader.answering(read, omissions))
        return Remembered(value: value, read: read, omissions: omissions)
    }
}

extension CaseReader {
    /// The same snapshot of the record, remembering what was read of it.
    package func remembering() -> CaseReader {
        CaseReader(
            log: log, clocks: clocks, position: position, omissions: omissions,
            readEvents: readEvents, memory: SnapshotMemory())
    }

    /// The same snapshot of the record, with what is remembered of it, on a session of its own, so that
    /// answers made at the same time do not wait for one another; on the same one if no other can be
    /// opened.
    package func onAnotherSession() async -> CaseReader {
        var other = log
        do { other = try await log.another() ?? log } catch {
            Logger.current.debug("no further session: \(error)")
        }
        return CaseReader(
            log: other, clocks: clocks, position: position,
            omissions: omissions, readEvents: readEvents, memory: memory)
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

    /// What is remembered, noted as what this answer was made from.
    func using<Value>(_ known: SnapshotMemory.Remembered<Value>) -> Value {
        readEvents?.note(known.read)
        omissions?.note(known.omissions.all)
        return known.value
    }
}
