package import CanonicalJSON
package import CaseModel
import Projections

/// `cases.list/1`: the cases of a workspace.
package struct CaseList: Answer {
    /// One case.
    package struct Row: Sendable {
        /// The case.
        package let slug: Slug
        /// The title of the case.
        package let title: String?
        /// Whether the case is being followed.
        package let isOpen: Bool
        /// How many happenings it has.
        package let happenings: Int
        /// The last dated happening.
        package let lastEvent: EventReference?
        /// When that happened.
        package let lastDate: EDTFDate?
        /// Whether the last event is certain, not only possible, as of the clocks.
        package let isCertain: Bool
    }

    /// The cases, in order of their slugs.
    package let rows: [Row]
    /// The position up to which the log was read.
    package let knownAt: Int64
    /// The clocks of the query.
    package let clocks: Clocks

    /// The answer as JSON.
    package var json: JSONValue {
        let answer: JSONObject = [
            "schema": "cases.list/1", "known_at": .integer(knownAt),
            "cases": .array(rows.map(\.json)),
        ]
        return .object(answer.answered(by: clocks))
    }
}

extension CaseList.Row {
    /// One case as JSON.
    package var json: JSONValue {
        let row: JSONObject = [
            "case": .string(slug.text), "title": .optional(title),
            "status": isOpen ? "open" : "closed", "events": .integer(Int64(happenings)),
            "last_event": .optional(lastEvent?.description), "last_date": lastDate.answer,
        ]
        return row.marked(certain: isCertain)
    }

    init(of slug: Slug, _ events: [EffectiveEvent], _ clocks: Clocks) {
        let state = CaseState(of: slug, events, asOf: clocks.asOf)
        let last = events.first { $0.event.reference == state.lastEvent }
        self.init(
            slug: slug, title: state.title, isOpen: state.isOpen,
            happenings: events.count { $0.retraction == nil && $0.event.type.isWorld },
            lastEvent: state.lastEvent, lastDate: last?.event.body.occurred,
            isCertain: last?.isCertain ?? true)
    }
}
