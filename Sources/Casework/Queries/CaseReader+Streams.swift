import CanonicalJSON
package import CaseModel
package import EventLog
import Projections

extension CaseReader {
    /// The events of whole streams that were known as of the clocks, in order of position.
    ///
    /// - Throws: An error for an event that cannot be read, with its position, unless this is a
    ///   snapshot that notes what it leaves out; no event is ever skipped silently.
    package func events(of streams: [StreamName]) async throws -> [Event] {
        try await reading(streams).events
    }

    /// The events of whole streams as of the clocks: corrected, marked if retracted or no longer
    /// supported, and with merged actors replaced.
    ///
    /// The streams of the events that they refer to are read too: whether a link still joins two
    /// events depends on both.
    package func effectiveEvents(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
        guard let memory else { return try await resolved(streams) }
        var events: [EffectiveEvent] = []
        for stream in streams {
            events += using(try await memory.effective(stream, for: self))
        }
        return streams.count == 1
            ? events : events.sorted { $0.event.position < $1.event.position }
    }

    /// The same, read from the log.
    func resolved(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
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

    /// The streams of the events that the links of the given events refer to, also as corrected.
    func streams(
        ofEventsNamedBy events: [Event]
    ) async throws -> Set<StreamName> {
        let names = events.named.filter { $0.kind == .event }.compactMap { EventReference($0.text) }
        let ids = names.compactMap { if case .id(let id) = $0 { id } else { nil as EventID? } }
        let found = ids.isEmpty ? [] : Array(try await log.streams(ofEvents: ids).values)
        return names.compactMap(\.stream).reduce(into: Set(found)) { $0.insert($1) }
    }

    /// The events of whole streams without the clock of publication, which registers themselves
    /// determine.
    func known(_ streams: [StreamName]) async throws -> [EffectiveEvent] {
        try resolve(
            try await reading(streams), Clocks(knownAt: clocks.knownAt), Publications([]))
    }

    /// The events of whole streams as they were recorded; unreadable events are left out.
    func recorded(_ streams: [StreamName]) async throws -> [Event] {
        try await reading(streams).events
    }

    /// The stored events of whole streams, parsed.
    private func reading(_ streams: [StreamName]) async throws -> StreamReading {
        let stored = try await stored(streams)
        let reading =
            if let memory {
                StreamReading(
                    joining: Dictionary(grouping: stored, by: \.stream).compactMap { name, events in
                        StreamName(name).map { memory.reading(of: $0, events) }
                    })
            } else {
                StreamReading(stored)
            }
        try leaveOut(reading.stopped.values.joined())
        return try await explained(reading)
    }

    /// The same with when and why each body was erased, also if that was recorded after what is
    /// read: the body is gone all the same.
    private func explained(_ reading: StreamReading) async throws -> StreamReading {
        let unexplained = reading.readable.filter { $0.isErased && $0.erasure == nil }
        guard let bound, !unexplained.isEmpty else { return reading }
        let streams = Set(unexplained.map(\.stream)).sorted()
        let later = try await log.events(of: streams).filter {
            $0.position > bound && $0.type == BodyErased.type
        }
        return reading.explained(by: StreamReading(later).readable)
    }

    /// The stored events of whole streams, in order of position.
    func stored(_ streams: [StreamName]) async throws -> [StoredEvent] {
        let events =
            if let memory {
                try await memory.stored(streams) { missing in
                    try await log.events(of: missing, through: bound)
                }
            } else {
                try await log.events(of: streams, through: bound)
            }
        readEvents?.note(events)
        return events
    }

    /// Notes what is left out of an answer.
    ///
    /// - Throws: The first unreadable event, if omissions are not noted.
    func leaveOut(_ unreadable: some Sequence<UnreadableEvent>) throws(CaseworkError) {
        if let omissions { return omissions.note(unreadable) }
        if let first = unreadable.min(by: { $0.position < $1.position }) {
            throw .unreadable(first)
        }
    }

    /// Throws if a stream is left out of an answer about itself.
    func requireReadable(_ stream: StreamName) throws(CaseworkError) {
        if let event = omissions?.first(in: stream.text) { throw .unreadable(event) }
    }

    /// When the sources that events refer to were published; read only if that clock is set.
    private func publications(
        namedBy reading: StreamReading
    ) async throws -> Publications {
        guard clocks.publishedBy != nil else { return Publications([]) }
        // As corrected too: a correction may introduce references that its own fields do not show.
        let corrected = try resolve(reading, Clocks(knownAt: clocks.knownAt), Publications([]))
        let named = reading.events.registers.union(corrected.map(\.event).registers)
        return Publications(try await known(named.filter { $0.kind == .source }.sorted()))
    }

    /// The events as of the clocks, without the streams that a correction makes unreadable.
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
    /// The stream in the name; nil if the name is an id.
    fileprivate var stream: StreamName? {
        switch self {
        case .keyed(let stream, _), .numbered(let stream, _): stream
        case .id: nil
        }
    }
}

extension Event {
    /// Parses a stored event.
    ///
    /// An event whose body was erased is returned with its place only; an unreadable event is never
    /// skipped.
    package init(_ stored: StoredEvent) throws(CaseworkError) {
        do { try self.init(reading: stored) } catch {
            throw .unreadable(error)
        }
    }

    /// Parses a stored event; throws the reason if it cannot be read.
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
    /// The error for an event that stops its stream.
    static func unreadable(_ event: UnreadableEvent) -> CaseworkError {
        CaseworkError(
            .badEvent, "event \(event.position) cannot be read: \(event.reason)",
            hint: "use a newer cases, or retract it: cases retract '\(event.event)'")
    }

    /// The error for an event that violates the language.
    static func unreadable(at position: Int64, _ faults: Faults) -> CaseworkError {
        CaseworkError(
            .badEvent, "event \(position) cannot be read: \(faults.reason)",
            hint: "cases verify")
    }
}
