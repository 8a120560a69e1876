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

    /// Hands out some cases and the registers that they name, in order of position.
    package func export(
        _ cases: [Slug], write: ([ExportLine]) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) {
        for slug in cases { try await require(StreamName(.case, slug)) }
        var streams = Set(cases.map { StreamName(.case, $0) })
        var frontier = streams
        while !frontier.isEmpty {
            let events = try await events(of: frontier.sorted())
            frontier = events.registers.subtracting(streams)
            streams.formUnion(frontier)
        }
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(of: streams.sorted())
        }
        try write(try stored.map(ExportLine.init))
    }
}
