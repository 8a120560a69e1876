public import CaseModel

/// Something that runs out or is due on a day, as far as the day is known.
public struct DueItem: Hashable, Sendable {
    /// What runs out or is due.
    public enum Kind: String, Hashable, Sendable {
        case measure, suspension
        case nonEnforcement = "non_enforcement"
        case control, licence, deadline, foretold
    }

    /// What runs out or is due.
    public let kind: Kind
    /// The measure, the asset, the licensee, the deadline in words, or the event that was foretold.
    public let subject: String
    /// The case of the event that sets the day.
    public let `case`: Slug
    /// The day as recorded.
    public let date: EDTFDate
    /// The number of days from the day asked about; negative if it has passed.
    public let days: DayWindow
    /// The event that sets it.
    public let setBy: EventReference
    /// What happened in that event, in the recorder's words.
    public let summary: String?
    /// When that event was recorded.
    public let recordedAt: Instant
    /// Whether it is certain under the requested clocks.
    public let isCertain: Bool
}

/// What runs out or is due, collected from the events of all cases.
public struct DueItems: Hashable, Sendable {
    /// The items, by their earliest possible day, latest possible day, kind and subject.
    public let all: [DueItem]

    /// Everything with a day, as it stands on one day.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases, in order of position.
    ///   - from: the day from which days are counted.
    ///   - asOf: the day on which the record is looked at; without one, every date in the record
    ///     counts as reached.
    ///   - measures: the measures of which the ends are asked for; nil for all.
    ///   - registers: the registered measures and actors.
    public init(
        _ events: [EffectiveEvent], from: EDTFDate, asOf: EDTFDate?, of measures: Set<Slug>? = nil,
        registers: Registers
    ) {
        let supported = events.filter { !$0.isUnsupported }
        let happenings = supported.happenings
        let day = DayAsked(asOf: asOf, doubtful: events.uncertain)
        let ends =
            MeasureLives(happenings, of: measures, by: day, registers: registers).measures.flatMap(
                \.ends)
            + Dictionary(grouping: happenings, by: \.stream).values.flatMap { $0.ends(by: day) }
            + supported.flatMap(\.predictions)
        let events = Dictionary(uniqueKeysWithValues: happenings.map { ($0.reference, $0) })
        all = ends.compactMap { DueItem($0, from: from, in: events) }
            .sorted { $0.order < $1.order }
    }

    /// The items that may fall within some days from the day asked about.
    public func within(days: Int64) -> [DueItem] {
        all.filter { ($0.days.max ?? .max) >= 0 && ($0.days.min ?? .min) <= days }
    }

    /// The items whose day has certainly passed without a recorded end.
    public var overdue: [DueItem] { all.filter { ($0.days.max ?? 0) < 0 } }
}

extension Tags {
    /// Whether what is due carries a tag: the event that sets the day, its case or its measure.
    package func has(_ tag: Slug, _ item: DueItem) -> Bool {
        let measure = item.measure.map { has(tag, StreamName(.measure, $0)) }
        return has(tag, item.setBy) || has(tag, StreamName(.case, item.case)) || measure ?? false
    }
}

extension DueItem {
    /// The measure that runs out, or of which something does.
    fileprivate var measure: Slug? {
        switch kind {
        case .measure, .suspension, .nonEnforcement: Slug(subject)
        case .control, .licence, .deadline, .foretold: nil
        }
    }

    fileprivate init?(
        _ end: PlannedEnd, from: EDTFDate, in events: [EventReference: Event]
    ) {
        guard let date = end.date, let event = events[end.setBy] else { return nil }
        (kind, subject, self.date, setBy) = (end.kind, end.subject, date, end.setBy)
        (`case`, recordedAt, isCertain) = (event.stream.slug, event.recordedAt, end.isCertain)
        (days, summary) = (.from(from, to: date), event.body.summary)
    }

    fileprivate var order: (ByTime, String, String) {
        (ByTime(date: date), kind.rawValue, subject)
    }
}
