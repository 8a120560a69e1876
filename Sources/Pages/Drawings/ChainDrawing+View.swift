import CaseModel
import Projections
import Wording

extension ChainDrawing {
    private static let rowHeight = 46
    private static let laneWidth = 22
    private static let trackWidth = 10
    private static let textWidth = 480
    private static let radius = 8

    /// The drawing for its template; with links to the events if it is on a page, and without them in a
    /// file that stands alone.
    func view(_ answer: ChainAnswer, at place: Place?) -> View {
        let legend = legend
        return View([
            "width": textX + ChainDrawing.textWidth,
            "height": y(of: rows.count) + legend.count * 20,
            "label": "\(rows.count) events, from top to bottom in order of time",
            "lanes": lanes.indices.map { lane in
                View(["x": x(of: lane), "top": 6, "bottom": y(of: rows.count) - 20])
            },
            "rows": rows.enumerated().map { view($1, at: $0, answer, place) },
            "edges": edges.map { view($0) },
            "legend": legend.enumerated().map { number, text in
                View(["x": 4, "y": y(of: rows.count) + 14 + number * 20, "text": text])
            },
        ])
    }

    private var legend: [String] {
        let parties = lanes.enumerated().map { "\($0 + 1): \($1.isEmpty ? "no party named" : $1)" }
        let strokes = [
            "solid: a source says so; dashed: inferred; dotted: only follows in time",
            "crossed: denied; thick: retaliation; double ring: unanswered",
        ]
        let rest = omitted == 0 ? [] : ["\(omitted) more events of the chain are not drawn"]
        return parties + strokes + rest
    }

    private var lanesX: Int { 14 + tracks * ChainDrawing.trackWidth }
    private var textX: Int { x(of: lanes.count) }
    private func x(of lane: Int) -> Int { lanesX + 10 + lane * ChainDrawing.laneWidth }
    private func x(ofTrack track: Int) -> Int { lanesX - 6 - track * ChainDrawing.trackWidth }
    private func y(of row: Int) -> Int { 22 + row * ChainDrawing.rowHeight }

    private func view(_ row: Row, at number: Int, _ answer: ChainAnswer, _ place: Place?) -> View {
        let (reference, center) = (row.event.reference, y(of: number))
        let isUnanswered = answer.chain.unanswered.contains(reference)
        let doubt = answer.chain.uncertain.contains(reference) ? ", \(uncertainMark)" : ""
        return View([
            "x": x(of: row.lane), "y": center, "radius": ChainDrawing.radius,
            "ring": isUnanswered ? ChainDrawing.radius + 3 : nil, "lane": row.lane + 1,
            "laneY": center + 4, "textX": textX, "dateY": center - 4, "headlineY": center + 14,
            "date": row.event.body.occurred.phrase + doubt + (isUnanswered ? ", UNANSWERED" : ""),
            "headline": ChainDrawing.short(row.event.headline),
            "address": place.map { $0.link(to: .event(reference)) },
        ])
    }

    /// The beginning of a sentence that fits into a row.
    private static func short(_ text: String) -> String {
        let lines = wrap(text, to: 64)
        return (lines.first ?? "") + (lines.count > 1 ? " …" : "")
    }

    private func view(_ edge: Edge) -> View {
        let (track, radius) = (x(ofTrack: edge.track), ChainDrawing.radius)
        let (from, to) = (y(of: edge.cause), y(of: edge.response))
        let start = x(of: rows[edge.cause].lane) - radius
        let tip = x(of: rows[edge.response].lane) - radius - 3
        let (link, middle) = (edge.arrow.link, (from + to) / 2)
        return View([
            "path": "M\(start) \(from)H\(track)V\(to)H\(tip)",
            "head": "M\(tip - 6) \(to - 4)L\(tip) \(to)L\(tip - 6) \(to + 4)",
            "dash": link.stroke.dash, "weight": link.isRetaliation ? 3 : 1,
            "cross": link.disputedBy.isEmpty
                ? nil
                : "M\(track - 5) \(middle - 5)l10 10m0 -10l-10 10",
            "words": [link.claim, edge.arrow.delay].filter { !$0.isEmpty }.joined(separator: ", "),
        ])
    }
}

extension LinkStroke {
    /// The lengths of its dashes and gaps; nil for a line without gaps.
    fileprivate var dash: String? {
        switch self {
        case .solid: nil
        case .dashed: "7 4"
        case .dotted: "1 4"
        }
    }
}
