import CanonicalJSON
import CaseModel

/// Timeline order: by earliest day, latest day, time of day and position; dates with an open start
/// come first, undated events last.
///
/// Within a day, events without a time come first. Times with zones are compared as instants, and a
/// time without a zone counts as UTC: using it in some comparisons and not in others would not be a
/// total order.
struct ByTime: Comparable, Hashable {
    private let isDated: Bool
    private let earliest: Day?
    private let latest: Day?
    private let time: Int?
    private let position: Int64

    init(date: EDTFDate?, position: Int64 = 0) {
        isDated = date != nil
        earliest = date?.earliest
        latest = date?.latest
        time = date?.secondOfDay
        self.position = position
    }

    static func < (left: ByTime, right: ByTime) -> Bool {
        guard left.isDated, right.isDated else {
            return left.isDated == right.isDated ? left.position < right.position : left.isDated
        }
        if left.earliest != right.earliest {
            guard let first = left.earliest else { return true }
            return right.earliest.map { first < $0 } ?? false
        }
        if left.latest != right.latest {
            guard let last = left.latest else { return false }
            return right.latest.map { last < $0 } ?? true
        }
        if left.time != right.time {
            guard let first = left.time else { return true }
            return right.time.map { first < $0 } ?? false
        }
        return left.position < right.position
    }
}

extension Sequence {
    /// The elements in timeline order; the bounds of each date are computed once.
    func inOrder(of time: (Element) -> ByTime) -> [Element] {
        map { (time: time($0), element: $0) }.sorted { $0.time < $1.time }.map(\.element)
    }
}

extension [EffectiveEvent] {
    /// The world events that count, in timeline order.
    var happenings: [Event] {
        compactMap { $0.retraction == nil && $0.event.type.isWorld ? $0.event : nil }.inOrder {
            ByTime(date: $0.body.occurred, position: $0.position)
        }
    }
}

extension [EffectiveEvent] {
    /// The events that are not certain under the requested clocks.
    var uncertain: Set<EventReference> {
        Set(lazy.filter { !$0.isCertain }.map(\.event.reference))
    }
}

/// The explained differences between claims.
struct Differences: Sendable {
    private let explained: Set<Place>

    private struct Place: Hashable {
        let event: EventReference
        let path: String
    }

    init(_ standing: some Sequence<Event>) {
        explained = Set(
            standing.compactMap { event in
                guard case .differenceExplained(let difference) = event.body.content,
                    difference.with == nil
                else { return nil }
                return Place(event: difference.event, path: difference.field.path)
            })
    }

    /// Whether the difference between claims on a field of the event is explained.
    func explain(_ path: String, of event: Event) -> Bool {
        event.names.contains { explained.contains(Place(event: $0, path: path)) }
    }
}

extension JSONView {
    /// The value at a field's path; nil if there is none.
    func value(at path: String) -> JSONValue? {
        guard path.hasPrefix("data.") else { return self[path]?.value }
        return self["data"]?[String(path.dropFirst("data.".count))]?.value
    }
}
