import CaseModel

/// Something that events begin and others end: a measure, its suspension, control of an asset, a
/// listing.
struct UndoneThing: Hashable {
    /// The kind of thing.
    enum Kind: Hashable {
        case measure, suspension, control, listing
    }

    let kind: Kind
    /// The measure, the asset, or the list.
    let slug: Slug
    /// The listed party; nil for everything else.
    var party: Slug?
}

extension Event {
    /// The things that it begins.
    var begun: [UndoneThing] {
        switch body.content {
        case .measureAnnounced(let event): [UndoneThing(kind: .measure, slug: event.measure)]
        case .measureImposed(let event): [UndoneThing(kind: .measure, slug: event.measure)]
        case .measureSuspended(let event): [UndoneThing(kind: .suspension, slug: event.measure)]
        // A measure that was ended or is not enforced may also be resumed.
        case .measureEnded(let event): [UndoneThing(kind: .suspension, slug: event.measure)]
        case .measureAmended(let event):
            event.enforced == false ? [UndoneThing(kind: .suspension, slug: event.measure)] : []
        case .controlTaken(let event):
            [UndoneThing(kind: .control, slug: event.asset.slug)]
                + (event.measure.map { [UndoneThing(kind: .measure, slug: $0)] } ?? [])
        case .partyListed(let event):
            [UndoneThing(kind: .listing, slug: event.list, party: event.party.slug)]
        default: []
        }
    }

    /// What must have begun before the event, and the verb for the event's effect on it.
    var undone: (thing: UndoneThing, verb: String)? {
        switch body.content {
        case .measureAmended(let event):
            (UndoneThing(kind: .measure, slug: event.measure), "amended")
        case .measureSuspended(let event):
            (UndoneThing(kind: .measure, slug: event.measure), "suspended")
        case .measureExtended(let event):
            (UndoneThing(kind: .measure, slug: event.measure), "extended")
        case .measureEnded(let event): (UndoneThing(kind: .measure, slug: event.measure), "ended")
        case .measureResumed(let event):
            (UndoneThing(kind: .suspension, slug: event.measure), "resumed")
        case .controlExtended(let event):
            (UndoneThing(kind: .control, slug: event.asset.slug), "extended")
        case .controlReturned(let event):
            (UndoneThing(kind: .control, slug: event.asset.slug), "returned")
        case .partyDelisted(let event):
            (UndoneThing(kind: .listing, slug: event.list, party: event.party.slug), "delisted")
        default: nil
        }
    }
}

extension Testimonies {
    /// Events that end, change or extend something that never began, or began only later.
    var undoingNothing: [Lint] {
        var beginnings: [UndoneThing: Beginning] = [:]
        for event in happenings.map(\.event) {
            for thing in event.begun { beginnings[merged(thing), default: Beginning()].take(event) }
        }
        let near = NearbyThings(beginnings.keys)
        return happenings.map(\.event).compactMap { event in
            guard let (thing, verb) = event.undone.map({ (merged($0), $1) }) else { return nil }
            guard let begun = beginnings[thing] else {
                return Lint.neverBegan(event, thing, verb, near)
            }
            return Lint.beforeItBegan(event, thing, verb, begun)
        }
    }

    /// The thing with merged actors replaced.
    private func merged(_ thing: UndoneThing) -> UndoneThing {
        var thing = thing
        thing.party = thing.party.map { registers.merges.survivor(of: ActorSlug($0)).slug }
        guard thing.kind == .control else { return thing }
        let asset = registers.merges.survivor(of: ActorSlug(thing.slug)).slug
        return UndoneThing(kind: .control, slug: asset)
    }
}

/// The first beginning of something.
private struct Beginning {
    /// The earliest possible beginning: its event and day.
    private(set) var first: (day: Day, event: Event)?
    /// Whether it may have begun on any day.
    private(set) var isOpen = false

    mutating func take(_ event: Event) {
        guard let day = event.body.occurred?.startEarliest else { return isOpen = true }
        if let first, first.day <= day { return }
        first = (day, event)
    }
}

/// An index of what has begun, to suggest what was probably meant.
private struct NearbyThings {
    private let slugs: [UndoneThing.Kind: NearestWords]
    private let lists: [Slug: NearestWords]
    private let parties: [Slug: NearestWords]

    init(_ things: some Sequence<UndoneThing>) {
        let things = things.sorted {
            ($0.slug.text, $0.party?.text ?? "") < ($1.slug.text, $1.party?.text ?? "")
        }
        slugs = Dictionary(grouping: things, by: \.kind).mapValues { things in
            NearestWords(things.map(\.slug.text).uniqued())
        }
        let listings = things.filter { $0.kind == .listing }
        lists = Dictionary(grouping: listings) { $0.party ?? $0.slug }
            .mapValues { NearestWords($0.map(\.slug.text)) }
        parties = Dictionary(grouping: listings, by: \.slug)
            .mapValues { NearestWords($0.compactMap(\.party?.text)) }
    }

    /// The slug that was probably meant; nil if none is similar.
    func nearest(to thing: UndoneThing) -> String? {
        let slug = thing.slug.text
        return switch thing.kind {
        case .measure, .control: slugs[thing.kind]?.nearest(to: slug)
        case .suspension:
            slugs[.suspension]?.nearest(to: slug) ?? slugs[.measure]?.nearest(to: slug)
        case .listing:
            // Candidates: another list with the same party; another party on the list; another
            // list.
            thing.party.flatMap { lists[$0]?.nearest(to: slug) }
                ?? thing.party.flatMap { parties[thing.slug]?.nearest(to: $0.text) }
                ?? (parties[thing.slug] == nil ? slugs[.listing]?.nearest(to: slug) : nil)
        }
    }
}

extension Lint {
    fileprivate static func neverBegan(
        _ event: Event, _ thing: UndoneThing, _ verb: String, _ near: NearbyThings
    ) -> Lint {
        let hint = near.nearest(to: thing).map { "; did you mean \"\($0)\"?" } ?? ""
        return Lint(
            .neverBegan, event, "\(thing.name) is \(verb), but was never \(thing.kind.begun)\(hint)"
        )
    }

    /// Nil if it may have begun by then.
    fileprivate static func beforeItBegan(
        _ event: Event, _ thing: UndoneThing, _ verb: String, _ beginning: Beginning
    ) -> Lint? {
        guard !beginning.isOpen, let first = beginning.first,
            let occurred = event.body.occurred, let begun = first.event.body.occurred,
            let latest = occurred.startLatest, latest < first.day, !occurred.sharesDay(with: begun)
        else { return nil }
        return Lint(
            .beforeItBegan, event,
            "\(thing.name) is \(verb), dated \(occurred), but was \(thing.kind.begun) only by "
                + "\(first.event.reference), dated \(begun)", besides: [first.event])
    }
}

extension UndoneThing {
    fileprivate var name: String { party.map { "\($0) on \(slug)" } ?? slug.text }
}

extension UndoneThing.Kind {
    fileprivate var begun: String {
        switch self {
        case .measure: "announced or imposed"
        case .suspension: "suspended"
        case .control: "taken"
        case .listing: "listed"
        }
    }
}
