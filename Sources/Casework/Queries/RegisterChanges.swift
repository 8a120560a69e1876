package import CaseModel
import EventLog

/// What the registers say that changes how the events of other streams read.
package struct RegisterChanges: Sendable {
    /// The actors that turned out to be another one.
    package let merges: ActorMerges
}

extension CaseRecord {
    /// The merges of actors, as they were known: a merge has no date of publication.
    package func registerChanges() async throws(CaseworkError) -> RegisterChanges {
        let streams = try await asking { () async throws(EventLogError) in
            try await log.streamsOfMergesAndWithdrawals(through: clocks.knownAt)
        }
        let recorded = streams.isEmpty ? [] : try await events(of: streams)
        let known = Clocks(knownAt: clocks.knownAt)
        let events = try CaseRecord.resolve(recorded, known, Publications([]))
        return RegisterChanges(merges: ActorMerges(events))
    }
}
