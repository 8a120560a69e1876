package import CaseModel
import EventLog

extension CaseRecord {
    /// Hands out the whole log as import lines, in order of position, in bounded memory.
    ///
    /// - Parameters:
    ///   - progress: told how many events were written.
    ///   - write: takes some lines without their ends.
    /// - Throws: `CaseworkError` where an event is missing or cannot be read, and whatever `write`
    ///   throws.
    package func exportAll(
        progress: Progress, write: ([ExportLine]) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) {
        let head = try await head()
        for start in stride(from: Int64(1), through: head, by: CaseRecord.window) {
            let window = start...min(start + Int64(CaseRecord.window) - 1, head)
            let events = try await events(at: window, gaps: .refused)
            try write(try events.map(ExportLine.init))
            progress.advance(by: events.count)
        }
    }

    /// Hands out some cases and what they name, in order of position.
    ///
    /// - Parameters:
    ///   - cases: whole, with the registers that they name.
    ///   - withLinked: also the cases whose events they name, and so on.
    ///   - write: takes some lines without their ends.
    /// - Returns: the events that are named and not handed out; none with the linked cases.
    /// - Throws: as `exportAll`, and that a case is not there.
    package func export(
        _ cases: [Slug], withLinked: Bool,
        write: ([ExportLine]) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) -> [EventReference] {
        let (record, position) = try await snapshot()
        for slug in cases { try await record.require(StreamName(.case, slug)) }
        var named: [EventReference: StreamName] = [:]
        let events = try await record.readingAhead(
            from: Set(cases.map { StreamName(.case, $0) }),
            by: withLinked ? .ofAll : .ofRegisters, stream: \.stream,
            read: { streams throws(CaseworkError) in try await record.events(of: streams) },
            next: { events throws(CaseworkError) in
                let targets = try await record.streams(namedBy: events)
                named.merge(targets) { first, _ in first }
                return events.registers.union(withLinked ? Set(targets.values) : [])
            })
        let streams = Set(events.map(\.stream))
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(of: streams.sorted(), through: position)
        }
        try write(try stored.map(ExportLine.init))
        return named.filter { !streams.contains($0.value) }.keys.sorted {
            $0.description < $1.description
        }
    }

    /// The events that some events name, with the streams in which they stand.
    private func streams(
        namedBy events: [Event]
    ) async throws(CaseworkError) -> [EventReference: StreamName] {
        let names = Set(events.named.filter { $0.kind == .event }.map(\.text))
        let references = names.compactMap { EventReference($0) }
        let ids = references.compactMap { reference in
            if case .id(let id) = reference { id } else { nil }
        }
        let recorded = try await asking { () async throws(EventLogError) in
            ids.isEmpty ? [:] : try await log.streams(ofEvents: ids)
        }
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
