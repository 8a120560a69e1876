package import CanonicalJSON
package import CaseModel
import Digest
import EventLog

extension CaseReader {
    /// Exports the whole log as import lines, in order of position, in bounded memory.
    ///
    /// - Parameters:
    ///   - progress: Receives the number of events written.
    ///   - write: Receives lines without their terminators.
    /// - Throws: `CaseworkError` if an event is missing or cannot be read, and any error of
    ///   `write`.
    package func exportAll(
        progress: ProgressLog, write: ([ExportLine]) throws -> Void
    ) async throws {
        let head = try await head()
        for start in stride(from: Int64(1), through: head, by: CaseReader.window) {
            let window = start...min(start + Int64(CaseReader.window) - 1, head)
            let events = try await events(at: window, gaps: .refused)
            try write(try events.map(ExportLine.init))
            progress.advance(by: events.count)
        }
    }

    /// The events at some positions as import lines.
    ///
    /// - Throws: As `exportAll`.
    package func export(at positions: ClosedRange<Int64>) async throws -> [ExportLine] {
        try await events(at: positions, gaps: .refused).map(ExportLine.init)
    }

    /// Exports some cases and what they refer to, in order of position.
    ///
    /// - Parameters:
    ///   - cases: Exported whole, with the registers that they refer to.
    ///   - withLinked: Whether to include the cases whose events they refer to, transitively.
    ///   - write: Receives lines without their terminators.
    /// - Returns: The events that are referred to but not exported; none with the linked cases.
    /// - Throws: As `exportAll`, and an error if a case does not exist.
    package func export(
        _ cases: [Slug], withLinked: Bool,
        write: ([ExportLine]) throws -> Void
    ) async throws -> [EventReference] {
        let (record, position) = try await snapshot()
        let (streams, named) = try await record.streams(of: cases, withLinked: withLinked)
        let stored = try await log.events(of: streams.sorted(), through: position)
        try write(try stored.map(ExportLine.init))
        return named.filter { !streams.contains($0.value) }.keys.sorted {
            $0.description < $1.description
        }
    }

    /// The streams of some cases and of the registers that they refer to, and where the events are
    /// that they refer to.
    func streams(
        of cases: [Slug], withLinked: Bool
    ) async throws -> (own: Set<StreamName>, named: [EventReference: StreamName]) {
        for slug in cases { try await require(StreamName(.case, slug)) }
        var named: [EventReference: StreamName] = [:]
        let events = try await readingAhead(
            from: Set(cases.map { StreamName(.case, $0) }),
            by: withLinked ? .ofAll : .ofRegisters, stream: \.stream,
            read: { streams in try await self.events(of: streams) },
            next: { events in
                let targets = try await self.streams(namedBy: events)
                named.merge(targets) { first, _ in first }
                return events.registers.union(withLinked ? Set(targets.values) : [])
            })
        return (Set(events.map(\.stream)), named)
    }

    /// The events that some events refer to, with their streams.
    private func streams(
        namedBy events: [Event]
    ) async throws -> [EventReference: StreamName] {
        let names = Set(events.named.filter { $0.kind == .event }.map(\.text))
        let references = names.compactMap { EventReference($0) }
        let ids = references.compactMap { reference in
            if case .id(let id) = reference { id } else { nil }
        }
        let recorded = ids.isEmpty ? [:] : try await log.streams(ofEvents: ids)
        var streams: [EventReference: StreamName] = [:]
        for reference in references {
            switch reference {
            case .keyed(let stream, _), .numbered(let stream, _): streams[reference] = stream
            case .id(let id): streams[reference] = recorded[id]
            }
        }
        return streams
    }
}

/// A line of an export: an import line with the event's place in the log.
package struct ExportLine: Sendable {
    /// The line's object.
    package let json: JSONValue

    /// Creates the line of a stored event; of one whose body was erased it has what is left.
    ///
    /// - Throws: An error for an event whose body is not JSON; no event is left out silently.
    init(_ event: StoredEvent) throws(CaseworkError) {
        var members: JSONObject = [:]
        if event.isErased {
            members["erased"] = true
            members["key"] = event.key.map { .string($0) }
        } else {
            members = try Event.document(of: event).root.object ?? [:]
        }
        members["stream"] = .string(event.stream)
        members["id"] = .string(event.id.text)
        members["type"] = .string(event.type)
        members["position"] = .integer(event.position)
        members["version"] = .integer(event.version)
        members["recorded_at"] = .string(event.recordedAt.text)
        members["recorded_by"] = .string(event.recordedBy)
        members["leaf"] = .string(event.leaf.hexadecimal)
        json = .object(members)
    }
}
