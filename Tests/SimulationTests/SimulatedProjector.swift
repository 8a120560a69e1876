import CaseModel
import Projections
import RandomSupport

/// A projector that folds the changed streams of each window, and may crash at any point; its rows
/// and its position become visible together.
struct SimulatedProjector {
    /// The rows of each stream, of all projections of the program.
    private(set) var rows: [StreamName: [[ProjectedRow]]] = [:]
    /// The last position that the rows contain.
    private(set) var position = 0
    let bug: Bug?

    /// Folds what is new, up to a position; a crash comes before the write of one of the streams.
    mutating func advance(_ events: [Event], through end: Int, crashBefore crash: Int?) throws {
        guard position < end else { return }
        let window = events[position..<end]
        if bug == .projectorNotesFirst { position = end }
        var streams = Set(window.map(\.stream)).sorted()
        if bug == .projectorSkipsStreams { streams = streams.suffix(1) }
        var written = rows
        for (index, stream) in streams.enumerated() {
            if index == crash { return }
            written[stream] = try SimulatedProjector.rows(of: stream, in: events.prefix(end))
        }
        (rows, position) = (written, end)
    }

    /// The rows of the first events, made at once from nothing.
    static func fold(_ events: some Sequence<Event>) throws -> [StreamName: [[ProjectedRow]]] {
        let streams = Set(events.map(\.stream))
        return try streams.reduce(into: [:]) { $0[$1] = try rows(of: $1, in: events) }
    }

    private static func rows(
        of stream: StreamName, in events: some Sequence<Event>
    ) throws -> [[ProjectedRow]] {
        let history = try StreamHistory(of: stream, events.filter { $0.stream == stream })
        return try [Projection.states, .timelines, .links].map { try $0.rows(of: history) }
    }
}
