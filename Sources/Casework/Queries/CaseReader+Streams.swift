import CanonicalJSON
package import CaseModel
package import EventLog
import Projections

extension CaseReader {
    /// The events of whole streams that were known by the clocks, in order of position.
    ///
    /// - Throws: an event that cannot be read, by its position, unless this is a snapshot that
    ///   notes what it leaves out; none is ever skipped in silence.
    package func events(of streams: [StreamName]) async throws -> [Event] {
        try await reading(streams).events
    }

    /// The events of whole streams as they stand by the clocks: corrected, marked where retracted or
    /// no longer supported, and with merged actors under the name of the one that stays.
    ///
    /// The streams of events that theirs name are read too: whether a link still joins two events
    /// depends on both.
    package func effectiveEvents(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
        let changes = try await registerChanges()
        return try await unmerged(streams).merging(changes.merges).withdrawing(changes.withdrawn)
    }

    /// The same, with actors as they were recorded and withdrawn sources unmarked.
    func unmerged(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
        let asked = Set(streams)
        let own = try await reading(streams)
        let others = try await self.streams(ofEventsNamedBy: own.events).subtracting(asked)
        let all = others.isEmpty ? own : try await reading((asked.union(others)).sorted())
        let standing = try resolve(
            all, clocks, try await publications(namedBy: all), isWhole: true)
        return standing.filter { asked.contains($0.event.stream) }
    }

    /// The streams of the events that links of the given ones name, also as corrected.
    func streams(
        ofEventsNamedBy events: [Event]
    ) async throws -> Set<StreamName> {
        let names = events.named.filter { $0.kind == .event }.compactMap { EventReference($0.text) }
        let ids = names.compactMap { if case .id(let id) = $0 { id } else { nil as EventID? } }
        let found = ids.isEmpty ? [] : Array(try await log.streams(ofEvents: ids).values)
        return names.compactMap(\.stream).reduce(into: Set(found)) { $0.insert($1) }
    }

    /// The events of whole streams as they were known: who published what when is not itself a
    /// matter of when it was published.
    func known(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
        try resolve(
            try await reading(streams), Clocks(knownAt: clocks.knownAt), Publications([]))
    }

    /// The events of whole streams as they were recorded; what cannot be read is left out.
    func recorded(_ streams: [StreamName]) async throws -> [Event] {
        try await reading(streams).events
    }

    /// The stored events of whole streams, read.
    private func reading(_ streams: [StreamName]) async throws -> StreamReading {
        let reading = StreamReading(try await stored(streams))
        try leaveOut(reading.stopped.values.joined())
        return reading
    }

    /// The stored events of whole streams, in order of position.
    func stored(_ streams: [StreamName]) async throws -> [StoredEvent] {
        try await log.events(of: streams, through: bound)
    }

    /// Notes what is left out of an answer.
    ///
    /// - Throws: the first of it, where nobody takes notes.
    func leaveOut(_ unreadable: some Sequence<UnreadableEvent>) throws(CaseworkError) {
        if let omissions { return omissions.note(unreadable) }
        if let first = unreadable.min(by: { $0.position < $1.position }) {
            throw .unreadable(first)
        }
    }

    /// Makes sure that a stream is not left out of an answer about itself.
    func requireReadable(_ stream: StreamName) throws(CaseworkError) {
        if let event = omissions?.first(in: stream.text) { throw .unreadable(event) }
    }

    /// When the sources that events name were published; read only where that clock is asked.
    private func publications(
        namedBy reading: StreamReading
    ) async throws -> Publications {
        guard clocks.publishedBy != nil else { return Publications([]) }
        // As corrected too: what a corrected correction names is not told by its own fields.
        let corrected = try resolve(reading, Clocks(knownAt: clocks.knownAt), Publications([]))
        let named = reading.events.registers.union(corrected.map(\.event).registers)
        return Publications(try await known(named.filter { $0.kind == .source }.sorted()))
    }

    /// The events as clocks show them, without the streams that a correction makes unreadable.
    private func resolve(
        _ reading: StreamReading, _ clocks: Clocks, _ publications: Publications,
        isWhole: Bool = false
    ) throws(CaseworkError) -> [EffectiveEvent] {
        var reading = reading
        while true {
            do {
                return try effective(
                    reading.events, by: clocks, publications: publications, isWhole: isWhole)
            } catch {
                guard let stopped = reading.stop(at: error) else {
                    throw .unreadable(at: error.position, error.faults)
                }
                try leaveOut([stopped])
            }
        }
    }
}

extension EventReference {
    /// The stream that the name tells; nil where it is an id.
    fileprivate var stream: StreamName? {
        switch self {
        case .keyed(let stream, _), .numbered(let stream, _): stream
        case .id: nil
        }
    }
}

extension Event {
    /// The event that a row of the log holds.
    ///
    /// One whose body was erased stands with its place alone; one that cannot be read is never
    /// skipped.
    package init(_ stored: StoredEvent) throws(CaseworkError) {
        do { try self.init(reading: stored) } catch {
            throw .unreadable(error)
        }
    }

    /// The event that a row of the log holds; throws why it cannot be read.
    init(reading stored: StoredEvent) throws(UnreadableEvent) {
        guard stored.language == Event.language else {
            throw UnreadableEvent(
                stored, "it is written in version \(stored.language) of the language")
        }
        guard let stream = StreamName(stored.stream) else {
            throw UnreadableEvent(stored, "its kind of stream is not known here")
        }
        guard let type = EventType.named(stored.type) else {
            throw UnreadableEvent(stored, "its type \(quoted(stored.type)) is not known here")
        }
        guard !stored.isErased else {
            self.init(
                erasedAt: stored.position, id: stored.id, stream: stream,
                version: stored.version, type: type, recordedAt: stored.recordedAt,
                recordedBy: stored.recordedBy, key: stored.key.flatMap { Slug($0) })
            return
        }
        guard let document = stored.body.flatMap({ try? JSONDocument(reading: $0) }),
            document.root.isObject
        else { throw UnreadableEvent(stored, "its body is not canonical JSON") }
        do {
            try self.init(
                position: stored.position, id: stored.id, stream: stream,
                version: stored.version,
                type: type, recordedAt: stored.recordedAt, recordedBy: stored.recordedBy,
                document: document)
        } catch {
            throw UnreadableEvent(stored, error.reason)
        }
    }

    /// The version of the language that this program reads and writes.
    private static let language = 1

    static func document(of stored: StoredEvent) throws(CaseworkError) -> JSONDocument {
        guard let bytes = stored.body else {
            throw CaseworkError(
                .badEvent, "the body of event \(stored.position) was erased",
                hint: "its header still stands: cases verify")
        }
        guard let document = try? JSONDocument(reading: bytes), document.root.isObject else {
            throw CaseworkError(
                .badEvent, "the body of event \(stored.position) is not canonical JSON",
                hint: "it was changed from outside: cases verify")
        }
        return document
    }
}

extension CaseworkError {
    /// An event of the log that stops its stream.
    static func unreadable(_ event: UnreadableEvent) -> CaseworkError {
        CaseworkError(
            .badEvent, "event \(event.position) cannot be read: \(event.reason)",
            hint: "use a newer cases, or retract it: cases retract '\(event.event)'")
    }

    /// An event of the log that breaks the language.
    static func unreadable(at position: Int64, _ faults: Faults) -> CaseworkError {
        CaseworkError(
            .badEvent, "event \(position) cannot be read: \(faults.reason)",
            hint: "cases verify")
    }
}
