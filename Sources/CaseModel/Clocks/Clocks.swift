/// Which of the three clocks are requested, and their values.
///
/// A clock that is not set does not restrict the answer.
public struct Clocks: Hashable, Sendable {
    /// Valid time: only world events that had begun by this date.
    public let asOf: EDTFDate?
    /// Publication time: only what sources published by this date say.
    public let publishedBy: EDTFDate?
    /// Transaction time: the record as of this position of the log.
    public let knownAt: Int64?

    /// No clock is set: everything that is recorded.
    public static let none = Clocks()

    /// The requested clocks.
    public init(asOf: EDTFDate? = nil, publishedBy: EDTFDate? = nil, knownAt: Int64? = nil) {
        self.asOf = asOf
        self.publishedBy = publishedBy
        self.knownAt = knownAt
    }
}

/// When sources were published, as far as that is known.
public struct Publications: Hashable, Sendable {
    /// When one source counts as published.
    private enum Publication: Hashable, Sendable {
        case dated(EDTFDate)
        /// An undated source counts from the day on which it was recorded.
        case undated(recorded: Day)

        /// The first and the last day that it may mean; nil if that end is open.
        var days: (earliest: Day?, latest: Day?) {
            switch self {
            case .dated(let date): (date.earliest, date.latest)
            case .undated(let day): (day, day)
            }
        }
    }

    private var publications: [SourceSlug: Publication] = [:]

    /// The publications of the sources to whose streams the events belong.
    public init(_ events: [EffectiveEvent]) {
        for standing in events where standing.retraction == nil {
            guard case .sourceCaptured(let source) = standing.event.body.content else { continue }
            publications[SourceSlug(standing.event.stream.slug)] =
                source.published.map { .dated($0) } ?? .undated(recorded: standing.event.recordedOn)
        }
    }

    /// Whether a source was published by the end of a date; unknown if the source is missing or was
    /// retracted.
    public func wasPublished(_ source: SourceSlug, by date: EDTFDate) -> Trilean {
        switch publications[source] {
        case .dated(let published): published.began(by: date)
        case .undated(let day): day.isReached(by: date)
        case nil: .unknown
        }
    }

    /// Whether one source was published before another, as far as their dates tell: by the first
    /// possible day, then by the last.
    ///
    /// A missing source sorts last.
    func isPublished(_ one: SourceSlug, before other: SourceSlug) -> Bool {
        guard let first = publications[one]?.days else { return false }
        guard let second = publications[other]?.days else { return true }
        if first.earliest != second.earliest {
            guard let day = first.earliest else { return true }
            return second.earliest.map { day < $0 } ?? false
        }
        guard first.latest != second.latest, let day = first.latest else { return false }
        return second.latest.map { day < $0 } ?? true
    }

    /// The undated sources, in order of their slugs.
    public var undated: [SourceSlug] {
        publications.filter { if case .undated = $0.value { true } else { false } }
            .map(\.key).sorted()
    }
}

extension Event {
    /// The day (UTC) on which the event entered the log.
    var recordedOn: Day { recordedAt.day }
}

extension Instant {
    /// Its day in UTC.
    package var day: Day {
        let days = microseconds / 86_400_000_000 - (microseconds % 86_400_000_000 < 0 ? 1 : 0)
        return Day(daysSince1970: days) ?? .last
    }
}

extension Day {
    /// Whether the day is not after the latest day of a date.
    func isReached(by date: EDTFDate) -> Trilean {
        guard let latest = date.latest else { return .unknown }
        return self <= latest ? .yes : .no
    }
}
