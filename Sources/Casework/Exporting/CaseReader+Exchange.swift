package import CaseModel
import Digest
import EventLog
package import Exchange

extension CaseReader {
    /// Writes cases, or the whole record, in a format of other tools: events as they stand, with
    /// corrections applied, and without what was retracted or erased.
    ///
    /// The events are held in memory.
    ///
    /// - Parameters:
    ///   - cases: The cases, with the registers that they name; the whole record if empty.
    ///   - withLinked: Whether to include the cases whose events they refer to, transitively.
    ///   - format: The format.
    ///   - withMark: Whether CSV tables begin with a byte order mark.
    /// - Returns: The files, and what the format has no room for.
    /// - Throws: An error if a case does not exist or an event cannot be read.
    package func exchange(
        _ cases: [Slug], withLinked: Bool, as format: ExchangeFormat, withMark: Bool
    ) async throws -> Exchanged {
        let (record, _) = try await snapshot()
        let streams = try await record.exportedStreams(cases, withLinked: withLinked)
        let standing = try await record.effectiveEvents(streams)
        return format.write(ExchangeRecord(standing), withMark: withMark)
    }

    /// The streams of cases with the registers that they name; all streams if no case is named.
    private func exportedStreams(
        _ cases: [Slug], withLinked: Bool
    ) async throws -> [StreamName] {
        guard cases.isEmpty else {
            return try await streams(of: cases, withLinked: withLinked).own.sorted()
        }
        var all: [StreamName] = []
        for kind in StreamName.Kind.allCases { all += try await log.streams(kind).map(\.stream) }
        return all.sorted()
    }

    /// Writes events as they were recorded as CloudEvents, in order of position.
    ///
    /// - Parameters:
    ///   - cases: The cases, with the registers that they name; the whole record if empty.
    ///   - withLinked: As for `exchange`.
    ///   - source: Identifies the record; the name of the workspace as a URN if nil.
    ///   - write: Receives events in the JSON format.
    /// - Returns: The report: nothing is lost.
    /// - Throws: As `exchange`, and any error of `write`.
    package func cloudEvents(
        _ cases: [Slug], withLinked: Bool, source: String?, write: ([CloudEvent]) throws -> Void
    ) async throws -> LossReport {
        let source = source ?? "urn:cases:\(log.workspace.name)"
        var loss = LossReport("cloudevents")
        func take(_ stored: [StoredEvent]) throws {
            let events = try stored.map { try CloudEvent(reading: $0, source: source) }
            events.forEach { loss.take($0) }
            try write(events)
        }
        guard cases.isEmpty else {
            let (record, position) = try await snapshot()
            let streams = try await record.exportedStreams(cases, withLinked: withLinked)
            try take(try await log.events(of: streams, through: position))
            return loss
        }
        let head = try await head()
        for start in stride(from: Int64(1), through: head, by: CaseReader.window) {
            let window = start...min(start + Int64(CaseReader.window) - 1, head)
            try take(try await events(at: window, gaps: .refused))
        }
        return loss
    }
}

extension CloudEvent {
    /// Reads a stored event.
    ///
    /// - Throws: An error for an event that cannot be read; none is left out silently.
    init(reading event: StoredEvent, source: String) throws {
        self.init(try Event(reading: event), leaf: event.leaf.hexadecimal, source: source)
    }
}
