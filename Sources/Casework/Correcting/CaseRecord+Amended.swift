import CaseModel
import EventLog

extension CaseRecord {
    /// What must be read to tell how events stand that new corrections and retractions speak of, by
    /// stream and in order of position.
    ///
    /// That is the events themselves, those which they correct in their turn, and whatever else
    /// corrects or retracts in the same streams: not the streams whole, which may be long.
    func amended(
        by amending: [Draft]
    ) async throws(CaseworkError) -> [StreamName: [Event]] {
        let streams = Set(amending.map(\.stream)).sorted()
        let targets = Set(amending.compactMap { $0.amended?.eventID })
        var events = try await events(
            of: streams, types: [EventCorrected.type, EventRetracted.type], ids: targets)
        let further = targets.reaching(through: events).subtracting(events.map(\.id))
        if !further.isEmpty {
            events += try await self.events(of: streams, types: [], ids: further)
            events.sort { $0.position < $1.position }
        }
        return Dictionary(grouping: events, by: \.stream)
    }

    private func events(
        of streams: [StreamName], types: [String], ids: Set<EventID>
    ) async throws(CaseworkError) -> [Event] {
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(of: streams, types: types, ids: Array(ids))
        }
        return try stored.map { stored throws(CaseworkError) in try Event(stored) }
    }
}

extension Set<EventID> {
    /// These, and what they speak of where they are corrections or retractions themselves.
    fileprivate func reaching(through events: [Event]) -> Set<EventID> {
        var reached = self
        // Nothing speaks of what comes behind it.
        for event in events.reversed() where reached.contains(event.id) {
            if let target = event.body.content.amended?.eventID { reached.insert(target) }
        }
        return reached
    }
}
