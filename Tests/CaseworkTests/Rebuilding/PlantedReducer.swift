import CaseModel
import Projections

/// Folds that somebody got wrong, for tables that are there.
enum Planted {
    /// How cases stand, but that one case has a happening more.
    static func miscounting(_ stream: String) -> Projection {
        states { history, rows in
            guard history.stream.text == stream else { return rows }
            return rows.map { row in
                var cells = row.cells
                if case .integer(let count?) = cells[3] { cells[3] = .integer(count + 1) }
                return ProjectedRow(cells)
            }
        }
    }

    /// How cases stand, but that it cannot go on behind an event with this key in this stream.
    static func stopping(_ stream: String, _ key: String) -> Projection {
        states { history, rows throws(ReducerFailure) in
            let event = history.events.first {
                $0.stream.text == stream && $0.body.key?.text == key
            }
            guard let event else { return rows }
            throw ReducerFailure(position: event.position, reason: "it cannot be counted")
        }
    }

    private static func states(
        _ change:
            @escaping @Sendable (StreamHistory, [ProjectedRow]) throws(ReducerFailure) ->
            [ProjectedRow]
    ) -> Projection {
        Projection(
            "states", version: Projection.states.version, table: "case_state",
            columns: [
                "stream": .text, "title": .text, "status": .text, "happenings": .integer,
                "last_event": .text, "last_occurred": .text, "state": .json,
            ], keyLength: 1
        ) { history throws(ReducerFailure) in
            try change(history, try Projection.states.rows(of: history))
        }
    }
}
