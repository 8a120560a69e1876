import CanonicalJSON
package import CaseModel

extension Projection {
    /// The events that stop their streams: what other read models leave out.
    ///
    /// It is made of no history: see `rows(ofStopped:)`.
    package static let unreadable = Projection(
        "unreadable", table: "unreadable_event",
        columns: [
            "stream": .text, "position": .integer, "version": .integer, "reason": .text,
        ], keyLength: 2
    ) { _ in [] }

    /// The rows that a stopped stream makes.
    ///
    /// It has none but the events that stop it, and what its other events mention: an index that
    /// grows with every event that can be read, so that answers find what they have to leave out.
    ///
    /// - Parameters:
    ///   - unreadable: the events that stop it, in order of position; at least one.
    ///   - events: the others.
    /// - Returns: the rows, in the order of their keys.
    /// - Throws: a fold that cannot go on.
    package func rows(
        ofStopped unreadable: [UnreadableEvent], beside events: [Event]
    ) throws(ReducerFailure) -> [ProjectedRow] {
        switch name {
        case Projection.unreadable.name: return unreadable.map(\.row)
        case Projection.mentions.name:
            guard let stream = events.first?.stream else { return [] }
            return try rows(of: StreamHistory(of: stream, events, standing: []))
        default: return []
        }
    }
}

extension UnreadableEvent {
    /// The event that a row of the projection `unreadable` names; nil where the row is not its own.
    package init?(_ row: ProjectedRow) {
        guard row.cells.count == 4, case .text(let stream?) = row.cells[0],
            case .integer(let position) = row.cells[1],
            case .integer(let version) = row.cells[2], case .text(let reason?) = row.cells[3]
        else { return nil }
        self.init(stream: stream, version: version, position: position, reason: reason)
    }

    fileprivate var row: ProjectedRow {
        ProjectedRow([
            .text(stream), .integer(position), .integer(version), .text(reason),
        ])
    }
}
