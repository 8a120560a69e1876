import CaseModel

/// The order of a timeline: earliest first, an open beginning before all, undated events last.
struct ByTime: Comparable {
    let date: EDTFDate?
    var position: Int64 = 0

    static func == (left: ByTime, right: ByTime) -> Bool { !(left < right) && !(right < left) }

    static func < (left: ByTime, right: ByTime) -> Bool {
        switch (left.date, right.date) {
        case (nil, nil): left.position < right.position
        case (nil, _): false
        case (_, nil): true
        case (let a?, let b?): precedes((a, left.position), (b, right.position))
        }
    }

    private static func precedes(_ a: (EDTFDate, Int64), _ b: (EDTFDate, Int64)) -> Bool {
        if a.0.earliest != b.0.earliest {
            guard let first = a.0.earliest else { return true }
            return b.0.earliest.map { first < $0 } ?? false
        }
        if a.0.latest != b.0.latest {
            guard let last = a.0.latest else { return false }
            return b.0.latest.map { last < $0 } ?? true
        }
        return a.1 < b.1
    }
}

extension [EffectiveEvent] {
    /// The world events that count, in the order of a timeline.
    var happenings: [Event] {
        filter { $0.retraction == nil && $0.event.type.isWorld }.map(\.event).sorted {
            ByTime(date: $0.body.occurred, position: $0.position)
                < ByTime(date: $1.body.occurred, position: $1.position)
        }
    }
}

extension [EffectiveEvent] {
    /// The events of which the clocks asked cannot certainly say that they were so.
    var uncertain: Set<EventReference> {
        Set(filter { !$0.isCertain }.map(\.event.reference))
    }
}
