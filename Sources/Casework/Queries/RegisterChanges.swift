package import CaseModel
import EventLog

/// What the registers say that changes how the events of other streams read.
package struct RegisterChanges: Sendable {
    /// The actors that turned out to be another one.
    package let merges: ActorMerges
    /// The sources that were withdrawn.
    package let withdrawn: Set<SourceSlug>
}

extension CaseRecord {
    /// The merges of actors and the withdrawals of sources, as they were known: neither has a date
    /// of publication.
    package func registerChanges() async throws(CaseworkError) -> RegisterChanges {
        let streams = try await asking { () async throws(EventLogError) in
            try await log.streamsOfMergesAndWithdrawals(through: bound)
        }
        // An event of such a type in a stream where it may not stand merges nothing.
        let registers = streams.filter { $0.kind == .actor || $0.kind == .source }
        let events = registers.isEmpty ? [] : try await known(registers)
        return RegisterChanges(merges: ActorMerges(events), withdrawn: Set(events.withdrawn))
    }
}

extension [EffectiveEvent] {
    /// The sources that events among them withdraw.
    fileprivate var withdrawn: [SourceSlug] {
        compactMap { standing in
            guard standing.retraction == nil, case .sourceWithdrawn = standing.event.body.content
            else { return nil }
            return SourceSlug(standing.event.stream.slug)
        }
    }
}
