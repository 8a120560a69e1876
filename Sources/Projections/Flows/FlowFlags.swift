import CaseModel

/// What the lists and rules say about parties on the dates of steps.
///
/// A date is a window: what holds on its first and on its last day is certain, what holds on one of
/// them is possible. An undated step may have happened on any day.
struct FlowFlags {
    private let events: [EffectiveEvent]
    private let registers: Registers
    private let links: LinkGraph
    private var networks: [Day: ActorNetwork] = [:]
    /// As far as the record goes.
    private let latest: ActorNetwork

    init(_ events: [EffectiveEvent], _ registers: Registers) {
        (self.events, self.registers) = (events, registers)
        links = LinkGraph(events)
        latest = ActorNetwork(events, asOf: nil, registers: registers)
    }

    /// The flags of a step.
    mutating func flags(of step: FlowStep) -> [FlowFlag] {
        let parties = [step.from, step.to].compactMap(\.self).uniqued()
        let last = step.occurred?.latest.map { network(on: $0) } ?? latest
        // Before all days nobody is listed yet.
        let first = step.occurred?.earliest.map { network(on: $0) }
        let own = step.status == .disputed ? [FlowFlag(.disputed)] : []
        let denied = links.all.filter {
            $0.identity.event == step.event && !$0.disputedBy.isEmpty
        }.map { FlowFlag(.linkDisputed, on: "\($0.identity.relation.rawValue) \($0.identity.to)") }
        return own + denied
            + parties.flatMap { party in
                FlowFlag.joining(
                    first?.remarks(on: party) ?? [:], last.remarks(on: party), party)
            }
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
        for answer in ties(of: party).control {
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
