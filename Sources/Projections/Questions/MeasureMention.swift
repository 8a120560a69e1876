import CaseModel

/// What one stream says about one measure, as far as it is needed to tell which measures a question
/// may be about.
///
/// It leaves nothing out: on any day asked about, the measure has no other kind, no other
/// parties, and was in force on no other day as far as this stream alone tells.
struct MeasureMention {
    let measure: Slug
    var kinds: Set<MeasureKind> = []
    var by: Set<ActorSlug> = []
    var on: Set<ActorSlug> = []
    var scope: [ScopeCode] = []
    var days = PossibleDays(first: nil, last: nil)

    init(_ measure: Slug) { self.measure = measure }
}

/// A range of days; nil where it is open.
struct PossibleDays: Hashable {
    let first: Day?
    let last: Day?
}

extension MeasureMention {
    /// The measure as a register states it.
    init(_ slug: Slug, _ registered: MeasureRegistered) {
        self.init(slug)
        kinds = [registered.kind]
        by = Set([registered.jurisdiction].compactMap(\.self))
        scope = registered.scope
    }

    /// The measures of a case, from its own events.
    static func all(in standing: [EffectiveEvent]) -> [MeasureMention] {
        let events = standing.happenings
        let day = DayAsked(asOf: nil, doubtful: standing.uncertain)
        let changes = MeasureLives.changes(events, of: nil, by: day)
        return Dictionary(grouping: events.filter { $0.measure != nil }, by: \.measure)
            .compactMap { slug, events in
                slug.map { MeasureMention($0, events, changes[$0] ?? []) }
            }
    }

    private init(_ slug: Slug, _ events: [Event], _ changes: [DatedChange<MeasureEffect>]) {
        self.init(slug)
        for event in events {
            kinds.formUnion([event.measureKind].compactMap(\.self))
            by.formUnion(event.actors(in: .actor) + [event.jurisdiction].compactMap(\.self))
            on.formUnion(event.actors(in: .target))
        }
        days = PossibleDays(changes)
    }
}

extension PossibleDays {
    /// The days on which a measure may be in force: from its first change, and up to its last one
    /// if it has certainly ended.
    init(_ changes: [DatedChange<MeasureEffect>]) {
        let isDated = changes.allSatisfy { $0.date != nil }
        let firsts = changes.map { $0.date?.earliest }
        let lasts = changes.map { $0.date?.latest }
        let life = Measure(folding: changes)
        let hasEnded = life.map { $0.hasCertainlyEnded } ?? false
        first = firsts.contains(nil) ? nil : firsts.compactMap(\.self).min()
        last =
            hasEnded && isDated && !lasts.contains(nil) ? lasts.compactMap(\.self).max() : nil
    }
}

extension Measure {
    /// Whether it has ended, and nothing that may have happened since changes that.
    fileprivate var hasCertainlyEnded: Bool {
        if case .ended = status { isCertain && perhaps.isEmpty } else { false }
    }
}

extension Event {
    /// The kind of its measure, if it states one.
    fileprivate var measureKind: MeasureKind? {
        switch body.content {
        case .measureAnnounced(let announced): announced.kind
        case .measureImposed(let imposed): imposed.kind
        case .controlTaken(let taken): taken.kind
        default: nil
        }
    }

    /// The jurisdiction of its measure, if it states one.
    fileprivate var jurisdiction: ActorSlug? {
        if case .measureAnnounced(let announced) = body.content {
            announced.jurisdiction
        } else {
            nil
        }
    }
}
