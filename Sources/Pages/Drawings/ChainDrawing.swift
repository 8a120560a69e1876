import CaseModel
import Projections

/// A chain as rows of events by date, with a lane for each party and a track for each link.
///
/// All places are whole numbers, so that the drawing is the same on every machine.
struct ChainDrawing {
    /// The line of an event.
    struct Row {
        let event: Event
        let lane: Int
    }

    /// The line from a cause to its response.
    struct Edge {
        let arrow: Chain.Arrow
        let cause: Int
        let response: Int
        let track: Int

        var rows: ClosedRange<Int> { min(cause, response)...max(cause, response) }
    }

    let rows: [Row]
    let edges: [Edge]
    /// The names of the parties, by lane.
    let lanes: [String]
    /// The number of tracks beside the lanes.
    let tracks: Int
    /// How many events of the chain are not drawn.
    let omitted: Int

    /// How many lanes there are at most; further parties share the last one.
    static let lanes = 12

    /// The drawing of the part of a chain that is around a case.
    init(_ chain: Chain, around slug: Slug, _ registers: Registers) {
        let window = ChainWindow(chain, around: slug)
        let parties = window.events.map { registers.names($0.actors(in: .actor)) }
        lanes = ChainDrawing.lanes(of: parties)
        let own = lanes
        rows = zip(window.events, parties).map { event, party in
            Row(event: event, lane: own.firstIndex(of: party) ?? own.count - 1)
        }
        let places = Dictionary(
            rows.enumerated().map { ($1.event.reference, $0) },
            uniquingKeysWith: { first, _ in first })
        edges = ChainDrawing.tracked(window.arrows, places)
        tracks = (edges.map(\.track).max() ?? -1) + 1
        omitted = window.omitted
    }

    private static func lanes(of parties: [String]) -> [String] {
        let names = parties.uniqued()
        guard names.count > lanes else { return names }
        return names.prefix(lanes - 1) + ["others"]
    }

    /// The links, each on the first track that is free between its rows.
    private static func tracked(
        _ arrows: [Chain.Arrow], _ places: [EventReference: Int]
    ) -> [Edge] {
        let ends = arrows.compactMap { arrow -> (Chain.Arrow, Int, Int)? in
            guard let cause = places[arrow.link.identity.to],
                let response = places[arrow.link.identity.event]
            else { return nil }
            return (arrow, cause, response)
        }
        let ordered = ends.enumerated().sorted { one, other in
            let (a, b) = (one.element, other.element)
            return (min(a.1, a.2), max(a.1, a.2), one.offset)
                < (min(b.1, b.2), max(b.1, b.2), other.offset)
        }.map(\.element)
        var lastRows: [Int] = []
        return ordered.map { arrow, cause, response in
            let first = min(cause, response)
            let track = lastRows.firstIndex { $0 < first } ?? lastRows.count
            if track == lastRows.count { lastRows.append(0) }
            lastRows[track] = max(cause, response)
            return Edge(arrow: arrow, cause: cause, response: response, track: track)
        }
    }
}
