import CanonicalJSON
package import CaseModel
package import EventLog

extension CaseRecord {
    /// The events of whole streams that were known by the clocks, in order of position.
    ///
    /// - Throws: an event that cannot be read, by its position; none is ever skipped.
    package func events(of streams: [StreamName]) async throws(CaseworkError) -> [Event] {
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(of: streams, through: clocks.knownAt)
        }
        var events: [Event] = []
        for event in stored { events.append(try Event(event)) }
        return events
    }

    /// The events of whole streams as they stand by the clocks: corrected, marked where retracted or
    /// no longer supported, and with merged actors under the name of the one that stays.
    ///
    /// The streams of events that theirs name are read too: whether a link still joins two events
    /// depends on both.
    package func standing(_ streams: [StreamName]) async throws(CaseworkError) -> [EffectiveEvent] {
        let changes = try await registerChanges()
        return try await unmerged(streams).merging(changes.merges).withdrawing(changes.withdrawn)
    }

    /// The same, with every actor as it was recorded, and whoever was withdrawn.
    func unmerged(_ streams: [StreamName]) async throws(CaseworkError) -> [EffectiveEvent] {
        let own = try await events(of: streams)
        let asked = Set(own.map(\.stream))
        let others = try await self.streams(ofEventsNamedBy: own).subtracting(streams)
        let more = others.isEmpty ? [] : try await events(of: others.sorted())
        let events = (own + more).sorted { $0.position < $1.position }
        return try CaseRecord.resolve(
            events, clocks, try await publications(namedBy: events), isWhole: true
        ).filter { asked.contains($0.event.stream) }
    }

    /// The streams of the events that links of the given ones name, also as corrected.
    private func streams(
        ofEventsNamedBy events: [Event]
    ) async throws(CaseworkError) -> Set<StreamName> {
        let names = events.named.filter { $0.kind == .event }.compactMap { EventReference($0.text) }
        let ids = names.compactMap { if case .id(let id) = $0 { id } else { nil as EventID? } }
        let found = try await asking { () async throws(EventLogError) in
            ids.isEmpty ? [] : Array(try await log.streams(ofEvents: ids).values)
        }
        return names.compactMap(\.stream).reduce(into: Set(found)) { $0.insert($1) }
    }

    /// When the sources that events name were published; read only where that clock is asked.
    private func publications(
        namedBy events: [Event]
    ) async throws(CaseworkError) -> Publications {
        guard clocks.publishedBy != nil else { return Publications([]) }
        let known = Clocks(knownAt: clocks.knownAt)
        // As corrected too: what a corrected correction names is not told by its own fields.
        let corrected = try CaseRecord.resolve(events, known, Publications([])).map(\.event)
        let named = events.registers.union(corrected.registers).filter { $0.kind == .source }
        let captured = try await self.events(of: named.sorted())
        return Publications(try CaseRecord.resolve(captured, known, Publications([])))
    }

    /// The events as clocks show them.
    static func resolve(
        _ events: [Event], _ clocks: Clocks, _ publications: Publications, isWhole: Bool = false
    ) throws(CaseworkError) -> [EffectiveEvent] {
        do throws(UnreadableCorrection) {
            return try effective(
                events, by: clocks, publications: publications, isWhole: isWhole)
        } catch {
            throw .unreadable(at: error.position, error.faults)
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
        guard stored.language == Event.language, let type = EventType.named(stored.type),
            let stream = StreamName(stored.stream)
        else {
            throw CaseworkError(
                .badEvent, "event \(stored.position) is written in words that are not known here",
                hint: "use a newer cases")
        }
        guard !stored.isErased else {
            self.init(
                erasedAt: stored.position, id: stored.id, stream: stream,
                version: stored.version, type: type, recordedAt: stored.recordedAt,
                recordedBy: stored.recordedBy, key: stored.key.flatMap { Slug($0) })
            return
        }
        let document = try Event.document(of: stored)
        do throws(Faults) {
            try self.init(
                position: stored.position, id: stored.id, stream: stream,
                version: stored.version,
                type: type, recordedAt: stored.recordedAt, recordedBy: stored.recordedBy,
                document: document)
        } catch {
            throw .unreadable(at: stored.position, error)
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
                .badEvent, "the body of event \(stored.position) is no canonical JSON",
                hint: "somebody changed it: cases verify")
        }
        return document
    }
}

extension CaseworkError {
    /// An event of the log that breaks the language.
    static func unreadable(at position: Int64, _ faults: Faults) -> CaseworkError {
        let first = faults.all.first
        let problem = first.map { "\($0.path): \($0.message)" } ?? "no reason was found"
        return CaseworkError(
            .badEvent, "event \(position) cannot be read: \(problem)", hint: "cases verify")
    }
}
