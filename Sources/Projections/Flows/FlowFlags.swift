import CaseModel

/// What the lists and rules say about parties on the dates of steps.
///
/// A date is a window: what holds on its first and on its last day is certain, what holds on one of
/// them is possible. An undated step may have happened on any day.
struct FlowFlags {
    private let events: [EffectiveEvent]
    private let registers: Registers
    /// The denied links, in words, by the event that they are part of.
    private let denied: [EventReference: [String]]
    private var networks: [Day: ActorNetwork] = [:]
    private var known: [Asked: [Remark: Trilean]] = [:]
    /// As far as the record goes.
    private let latest: ActorNetwork

    init(_ events: [EffectiveEvent], _ registers: Registers) {
        // Of a long record only these say who is listed or owned.
        self.events = events.filter(\.event.concernsTies)
        self.registers = registers
        let links = LinkGraph(events).all.filter { !$0.disputedBy.isEmpty }
        denied = Dictionary(grouping: links, by: \.identity.event).mapValues {
            $0.map { "\($0.identity.relation.rawValue) \($0.identity.to)" }
        }
        latest = ActorNetwork(self.events, asOf: nil, registers: registers)
    }

    /// A party on a day; nil stands for as far as the record goes.
    private struct Asked: Hashable {
        let party: ActorSlug
        let day: Day?
    }

    /// The flags of a step.
    mutating func flags(of step: FlowStep) -> [FlowFlag] {
        let parties = [step.from, step.to].compactMap(\.self).uniqued()
        let own = step.status == .disputed ? [FlowFlag(.disputed)] : []
        let links = (denied[step.event] ?? []).map { FlowFlag(.linkDisputed, on: $0) }
        return own + links + parties.flatMap { flags(of: $0, on: step.occurred) }
    }

    private mutating func flags(of party: ActorSlug, on date: EDTFDate?) -> [FlowFlag] {
        // A date without a first day is unbounded: no listing precedes it.
        let first = date?.earliest.map { remarks(on: party, $0) } ?? [:]
        return FlowFlag.joining(first, remarks(on: party, date?.latest), party)
    }

    private mutating func remarks(on party: ActorSlug, _ day: Day?) -> [Remark: Trilean] {
        let asked = Asked(party: party, day: day)
        if let remarks = known[asked] { return remarks }
        let remarks = (day.map { network(on: $0) } ?? latest).remarks(on: party)
        known[asked] = remarks
        return remarks
    }

    private mutating func network(on day: Day) -> ActorNetwork {
        if let known = networks[day] { return known }
        let asOf = try? EDTFDate(day.text)
        let network = ActorNetwork(events, asOf: asOf, registers: registers)
        networks[day] = network
        return network
    }
}

/// A list or a rule that says something about a party.
private struct Remark: Hashable {
    let kind: FlowFlag.Kind
    let on: String
}

extension FlowFlag {
    fileprivate init(_ kind: Kind, on: String? = nil) {
        self.init(kind: kind, party: nil, on: on, isCertain: true)
    }

    /// The flags of a party by what holds on the first and on the last possible day.
    fileprivate static func joining(
        _ first: [Remark: Trilean], _ last: [Remark: Trilean], _ party: ActorSlug
    ) -> [FlowFlag] {
        Set(first.keys).union(last.keys).sorted {
            ($0.kind.rawValue, $0.on) < ($1.kind.rawValue, $1.on)
        }
        .map { remark in
            FlowFlag(
                kind: remark.kind, party: party, on: remark.on,
                isCertain: first[remark] == .yes && last[remark] == .yes)
        }
    }
}

extension ActorNetwork {
    /// The lists that a party is or may be on, and the rules that capture it or may.
    ///
    /// A rule is mentioned only if a listed party has to do with the answer: that the owners of a
    /// company are unknown is true of most companies.
    fileprivate func remarks(on party: ActorSlug) -> [Remark: Trilean] {
        var remarks: [Remark: Trilean] = [:]
        for listing in listings(of: party) where listing.restricts != .no {
            remarks[Remark(kind: .listed, on: listing.row.list.text)] = listing.restricts
        }
        for answer in control(of: party) {
            let verdict = answer.verdict
            let isAboutOwners = answer.steps.dropFirst().contains { !$0.listings.isEmpty }
            guard verdict.isListed != .yes, verdict.isCaptured != .no, isAboutOwners else {
                continue
            }
            remarks[Remark(kind: .captured, on: verdict.rule.slug.text)] = verdict.isCaptured
        }
        return remarks
    }
}

extension Event {
    /// Whether it speaks of lists or owners, or adds to or explains what such an event says.
    fileprivate var concernsTies: Bool {
        switch body.content {
        case .ownershipStated, .partyListed, .partyDelisted, .claimAdded, .differenceExplained:
            true
        default: false
        }
    }
}
