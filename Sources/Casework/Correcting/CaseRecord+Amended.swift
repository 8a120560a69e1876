import CaseModel
import EventLog

extension CaseRecord {
    /// What must be read to tell how events stand that new corrections and retractions speak of, by
    /// stream and in order of position.
    ///
    /// That is the events themselves, what they speak of in their turn, and whatever else speaks of
    /// any of these: not the streams whole, which may be long.
    func amended(
        by amending: [Draft]
    ) async throws(CaseworkError) -> [StreamName: [Event]] {
        let streams = Set(amending.map(\.stream)).sorted()
        var wanted = Set(amending.compactMap { $0.amended?.eventID })
        var (looked, found) = (Set<EventID>(), [EventID: Event]())
        while !wanted.isEmpty {
            looked.formUnion(wanted)
            let events = try await related(to: wanted, in: streams)
            for event in events { found[event.id] = event }
            let targets = events.compactMap { $0.body.content.amended?.eventID }
            wanted = Set(events.map(\.id) + targets).subtracting(looked)
        }
        let events = found.values.sorted { $0.position < $1.position }
        return Dictionary(grouping: events, by: \.stream)
    }

    /// Some events as far as they are recorded, and what corrects or retracts them in some streams.
    private func related(
        to ids: Set<EventID>, in streams: [StreamName]
    ) async throws(CaseworkError) -> [Event] {
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(Array(ids))
        }
        // What cannot be read corrects nothing, and is not corrected.
        let events = StreamReading(stored).readable
        let names = events.flatMap(\.spellings)
        let amendments = try await asking { () async throws(EventLogError) in
            try await log.amendments(in: streams, of: names)
        }
        return events + StreamReading(amendments).readable
    }
}

extension Event {
    /// Every way in which a recorded reference to it may be spelt, in small letters.
    fileprivate var spellings: [String] {
        names.flatMap { name in
            switch name {
            case .keyed(let stream, let key): [name.description, "\(stream.text)/\(key.text)"]
            case .id, .numbered: [name.description]
            }
        }
    }
}
