public import CaseModel

/// A party's place on a list according to all cases, with everyone who speaks of it.
public struct ActorListing: Hashable, Sendable {
    /// One event that puts the party on the list or takes it off.
    public struct Mention: Hashable, Sendable {
        /// The event.
        public let event: EventReference
        /// When it happened; nil if it is undated.
        public let occurred: EDTFDate?
        /// Whether it puts the party on the list.
        public let isListed: Bool
        /// The legal act; nil if not stated.
        public let instrument: String?
        /// Whether a source denies or doubts it.
        public let isDisputed: Bool
    }

    /// The place, as `show` computes it for a case.
    public let row: Listing
    /// The events that speak of it, in order of time.
    public let mentions: [Mention]

    /// Whether the event that sets the status is disputed.
    public var isDisputed: Bool {
        mentions.contains { $0.event == row.setBy && $0.isDisputed }
    }

    /// Whether the party is on the list, or may be.
    public var mayBeListed: Bool {
        row.isListed || row.perhaps.contains { $0.status == "listed" }
    }

    /// Whether the party is on a list that restricts those on it.
    var restricts: Trilean {
        guard mayBeListed, row.isListed == (row.direction == .restricts) else { return .no }
        let isSure = row.isListed && row.isCertain && row.perhaps.isEmpty && !isDisputed
        return isSure ? .yes : .unknown
    }

    /// The places of all parties, in order of list and party.
    ///
    /// - Parameters:
    ///   - events: effective events of all cases.
    ///   - asOf: the requested day; without one, every date in the record counts as reached.
    ///   - registers: the registered lists.
    /// - Returns: one place for each party and list that an event names.
    public static func all(
        in events: [EffectiveEvent], asOf: EDTFDate? = nil, registers: Registers
    ) -> [ActorListing] {
        let supported = events.filter { !$0.isUnsupported }
        let added = AddedClaims(supported)
        let day = DayAsked(asOf: asOf, doubtful: events.uncertain)
        let happenings = supported.happenings
        let disputed = Set(
            supported.filter { $0.event.listing != nil && !added.dissent(on: $0).isEmpty }
                .map(\.event.reference))
        let mentions = Dictionary(grouping: happenings.filter { $0.listing != nil }) { event in
            event.listing.map { Listings.Place(list: $0.list, party: $0.party) }
        }
        return Listings(happenings, by: day, registers: registers).current.map { row in
            let place = Listings.Place(list: row.list, party: row.party)
            return ActorListing(
                row: row,
                mentions: (mentions[place] ?? []).compactMap { Mention($0, disputed) })
        }
    }
}

extension ActorListing.Mention {
    fileprivate init?(_ event: Event, _ disputed: Set<EventReference>) {
        guard let listing = event.listing else { return nil }
        (self.event, occurred) = (event.reference, event.body.occurred)
        isListed = listing.isListed
        instrument = event.listingInstrument
        isDisputed = disputed.contains(event.reference)
    }
}

extension Event {
    /// The legal act of a listing or delisting; nil if not stated.
    fileprivate var listingInstrument: String? {
        switch body.content {
        case .partyListed(let listed): listed.instrument
        case .partyDelisted(let delisted): delisted.instrument
        default: nil
        }
    }
}
