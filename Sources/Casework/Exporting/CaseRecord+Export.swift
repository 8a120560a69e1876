package import CaseModel
package import EventLog

extension CaseRecord {
    /// Hands out the whole log as import lines, in order of position, in bounded memory.
    ///
    /// - Parameters:
    ///   - progress: told how many events were written.
    ///   - write: takes one line without its end.
    package func exportAll(
        progress: Progress, write: @escaping (ExportLine) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) {
        let head = try await head()
        var last: Int64 = 0
        while last < head {
            let window = min(last + CaseRecord.exportWindow, head)
            let events = try await log.reading { log throws(EventLogError) in
                try await log.events(from: last + 1, through: window)
            }
            for event in events { try write(ExportLine(event)) }
            progress.advance(by: events.count)
            last = window
        }
    }

    /// How many events of the log an export holds in memory at a time.
    private static let exportWindow: Int64 = 5_000

    /// Hands out some cases and the registers that they name, in order of position.
    package func export(
        _ cases: [Slug], write: (ExportLine) throws(CaseworkError) -> Void
    ) async throws(CaseworkError) {
        for slug in cases { try await require(StreamName(.case, slug)) }
        var streams = Set(cases.map { StreamName(.case, $0) })
        var frontier = streams
        while !frontier.isEmpty {
            let events = try await events(of: frontier.sorted())
            frontier = Set(events.flatMap(\.registers)).subtracting(streams)
            streams.formUnion(frontier)
        }
        let stored = try await log.reading { [streams] log throws(EventLogError) in
            try await log.events(of: streams.sorted())
        }
        for event in stored { try write(ExportLine(event)) }
    }
}
