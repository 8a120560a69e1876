public import CaseModel

/// A party's place on a list.
public struct Listing: Hashable, Sendable {
    /// The list.
    public let list: Slug
    /// Who was put on it or taken off.
    public let party: ActorSlug
    /// Whether the party is on the list.
    public let isListed: Bool
    /// When the event that says so happened; nil where it is undated.
    public let since: EDTFDate?
    /// The event that says so.
    public let setBy: EventReference
}

/// Who is on which list, folded from happenings in order of time.
struct Listings {
    private var listings: [Place: Listing] = [:]

    private struct Place: Hashable {
        let list: Slug
        let party: ActorSlug
    }

    var current: [Listing] {
        listings.values.sorted { ($0.list, $0.party) < ($1.list, $1.party) }
    }

    init(_ happenings: [Event]) {
        for event in happenings {
            switch event.body.content {
            case .partyListed(let listed): set(listed.list, listed.party, true, event)
            case .partyDelisted(let delisted): set(delisted.list, delisted.party, false, event)
            default: break
            }
        }
    }

    /// What is undated comes last; that a party is listed cannot be said to come after a dated end.
    private mutating func set(_ list: Slug, _ party: ActorSlug, _ isListed: Bool, _ event: Event) {
        let place = Place(list: list, party: party)
        if event.body.occurred == nil, isListed, listings[place] != nil { return }
        listings[place] = Listing(
            list: list, party: party, isListed: isListed, since: event.body.occurred,
            setBy: event.reference)
    }
}
