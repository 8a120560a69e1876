import CaseModel
import ListForms
import Projections

/// What the record has of the earlier editions of a list, in one form and one case.
struct ListHistory {
    /// A row that an edition stated.
    struct Row {
        /// The party, as it stands corrected.
        let party: ActorSlug
        /// Whether the listing still counts.
        let counts: Bool
        /// The editions that state it.
        var sources: Set<SourceSlug>
    }

    /// The rows by their keys.
    private(set) var rows: [String: Row] = [:]
    /// The editions, by source, with their dates; an edition whose source was withdrawn is not one.
    private(set) var editions: [SourceSlug: EDTFDate] = [:]
    /// The dates of the editions that were withdrawn.
    private(set) var withdrawn: [EDTFDate] = []
    /// What the sources say of themselves.
    private(set) var sources: [SourceSlug: SourceCaptured] = [:]

    /// The last edition; nil if there is none.
    var last: (source: SourceSlug, date: EDTFDate)? {
        editions.sorted { $0.key < $1.key }.map { (source: $0.key, date: $0.value) }
            .reduce(nil) { last, next in
                guard let last else { return next }
                return last.date.isBefore(next.date) == .yes ? next : last
            }
    }

    /// The keys of the rows that the last edition stated and that still count, in order.
    var statedLast: [String] {
        guard let last else { return [] }
        return rows.filter { $0.value.counts && $0.value.sources.contains(last.source) }
            .keys.sorted()
    }
}

extension ListHistory {
    /// Reads the history of an edition's list.
    init(of edition: ListEdition, from reader: CaseReader) async throws {
        let stream = edition.stream
        guard try await reader.exists(stream) else { return }
        // Claims as they were recorded: a source that a correction adds is not an edition.
        let asRecorded = Dictionary(
            try await reader.recorded([stream]).map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first })
        var cited: Set<SourceSlug> = []
        for standing in try await reader.effectiveEvents([stream]) {
            let claimed = Set(asRecorded[standing.event.id]?.body.claims.map(\.source) ?? [])
            if take(standing, claimedBy: claimed, of: edition) { cited.formUnion(claimed) }
        }
        let streams = cited.map { StreamName(.source, $0.slug) }.sorted()
        note(Registers(try await reader.known(streams)))
    }

    /// Takes what an event says about a row; returns false if it says nothing about one.
    private mutating func take(
        _ standing: EffectiveEvent, claimedBy sources: Set<SourceSlug>, of edition: ListEdition
    ) -> Bool {
        let (body, stream) = (standing.event.body, edition.stream)
        guard let key = body.key?.text else { return false }
        switch body.content {
        case .partyListed(let listing):
            guard key.hasPrefix("listed-\(edition.form.rawValue)-"), listing.list == edition.list
            else { return false }
            rows[key] = Row(
                party: listing.party, counts: standing.retraction == nil, sources: sources)
            return true
        case .claimAdded(let claim):
            guard let row = claim.event.key(in: stream), rows[row] != nil,
                key.hasPrefix("stated-")
            else { return false }
            rows[row]?.sources.formUnion(sources)
            return true
        case .noteAdded(let note):
            guard let row = note.event?.key(in: stream) else { return false }
            return rows[row] != nil && key.hasPrefix("unstated-")
        default: return false
        }
    }

    /// Notes the dates of the editions.
    private mutating func note(_ registers: Registers) {
        sources = registers.sources
        for (source, captured) in sources.sorted(by: { $0.key < $1.key }) {
            guard let date = captured.published else { continue }
            if registers.isWithdrawn(source) {
                withdrawn.append(date)
            } else {
                editions[source] = date
            }
        }
    }
}

extension EventReference {
    /// The key of an event of a stream; nil if it is another stream's, or has no key.
    fileprivate func key(in stream: StreamName) -> String? {
        if case .keyed(stream, let key) = self { key.text } else { nil }
    }
}
