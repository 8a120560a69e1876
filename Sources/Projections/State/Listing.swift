public import CaseModel

/// A party's place on a list.
public struct Listing: Hashable, Sendable {
    /// The list.
    public let list: Slug
    /// The party.
    public let party: ActorSlug
    /// Whether the party is on the list.
    public internal(set) var isListed: Bool
    /// Since when; nil if undated.
    public internal(set) var since: EDTFDate?
    /// The event of that change.
    public internal(set) var setBy: EventReference
    /// Whether that event restricts the party or eases a restriction.
    public internal(set) var direction: Direction
    /// The last event that continued it.
    var sustainedBy: EventReference
    /// Whether it is certain under the requested clocks.
    public internal(set) var isCertain = true
    /// Changes that may have happened since, but are not certain.
    public internal(set) var perhaps: [Possibility] = []
    let isKnown = true

    /// The status in the word of the answer.
    public var status: String { isListed ? "listed" : "delisted" }
}

/// The effects of an event on a listing.
enum ListingEffect {
    case said(isListed: Bool, Direction)
    /// The time span of the event has ended.
    case over
}

/// Who is on which list, folded from world events.
struct Listings {
    /// The listings in order of list and party.
    let current: [Listing]

    /// The identity of a listing.
    struct Place: Hashable {
        let list: Slug
        let party: ActorSlug
    }

    init(_ happenings: [Event], by day: DayAsked, registers: Registers = Registers()) {
        current = Listings.changes(happenings, by: day, registers: registers).values
            .compactMap { Listing(folding: $0) }
            .sorted { ($0.list, $0.party) < ($1.list, $1.party) }
    }

    /// The changes of listings by world events.
    static func changes(
        _ happenings: [Event], by day: DayAsked, registers: Registers
    ) -> [Place: [DatedChange<ListingEffect>]] {
        var changes: [Place: [DatedChange<ListingEffect>]] = [:]
        for event in happenings {
            guard let listing = event.listing,
                let direction = event.direction(in: registers)
            else { continue }
            let place = Place(list: listing.list, party: listing.party)
            let effect = ListingEffect.said(isListed: listing.isListed, direction)
            changes[place, default: []] += day.changes(effect, event)
        }
        return changes
    }
}

extension DayAsked {
    fileprivate func changes(
        _ effect: ListingEffect, _ event: Event
    ) -> [DatedChange<ListingEffect>] {
        let (date, end) = (event.body.occurred, event.body.occurred?.end)
        let said = DatedChange(effect, on: date, hasCome(date, by: event), by: event)
        let over = end.flatMap {
            DatedChange(ListingEffect.over, on: $0, isOver($0, by: event), by: event)
        }
        return [said, over].compactMap(\.self)
    }
}

extension Listing: Life {
    init?(_ change: DatedChange<ListingEffect>) {
        guard case .said(let isListed, let direction) = change.effect,
            let listing = change.event.listing
        else { return nil }
        self.init(
            list: listing.list, party: listing.party, isListed: isListed, since: change.date,
            setBy: change.event.reference, direction: direction,
            sustainedBy: change.event.reference)
    }

    mutating func apply(_ change: DatedChange<ListingEffect>) {
        switch change.effect {
        case .said(let isListed, let direction):
            // Undated changes are applied last; an undated listing cannot be known to be later than
            // a dated removal.
            if change.date == nil, isListed { return }
            if isListed != self.isListed { set(isListed, direction, change) }
            sustainedBy = change.event.reference
        case .over:
            guard sustainedBy == change.event.reference else { return }
            set(!isListed, direction.opposite, change)
        }
    }

    func possibility(after change: DatedChange<ListingEffect>) -> Possibility? {
        var next = self
        next.apply(change)
        return next.isListed == isListed
            ? nil
            : Possibility(status: next.status, since: next.since, setBy: change.event.reference)
    }

    private mutating func set(
        _ isListed: Bool, _ direction: Direction, _ change: DatedChange<ListingEffect>
    ) {
        (self.isListed, self.direction) = (isListed, direction)
        (since, setBy) = (change.date, change.event.reference)
    }
}

extension Event {
    /// The listing or delisting in it; nil for any other event.
    package var listing: (list: Slug, party: ActorSlug, isListed: Bool)? {
        switch body.content {
        case .partyListed(let listed): (listed.list, listed.party, true)
        case .partyDelisted(let delisted): (delisted.list, delisted.party, false)
        default: nil
        }
    }
}
