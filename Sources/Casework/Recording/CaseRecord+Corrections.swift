import CanonicalJSON
import CaseModel
import EventLog

extension CaseRecord {
    /// What is wrong with corrections and retractions.
    ///
    /// They stand in the stream of what they speak of, and leave it readable. One that did not would
    /// stop every later reading.
    func correctionFaults(_ drafts: [(Draft, Origin)]) async throws(CaseworkError) -> [LocatedFault]
    {
        let amending = drafts.filter { $0.0.amended != nil }
        guard !amending.isEmpty else { return [] }
        let strays = try await strays(amending, among: drafts)
        guard strays.isEmpty else { return strays }
        var faults: [LocatedFault] = []
        for stream in Set(amending.map(\.0.stream)).sorted() {
            faults += try await unreadable(stream, drafts)
        }
        return faults
    }

    /// Those that name an event of another stream.
    private func strays(
        _ amending: [(Draft, Origin)], among drafts: [(Draft, Origin)]
    ) async throws(CaseworkError) -> [LocatedFault] {
        let ids = amending.compactMap { $0.0.amended?.eventID }
        var streams = try await asking { () async throws(EventLogError) in
            try await log.streams(ofEvents: ids)
        }
        for (draft, _) in drafts { streams[draft.id] = draft.stream }
        return amending.compactMap { draft, origin in
            guard let target = draft.amended?.eventID.flatMap({ streams[$0] }),
                target != draft.stream
            else { return nil }
            return LocatedFault(
                Fault(
                    at: .root.appending("data").appending("event"),
                    "the event stands in the stream \(target)",
                    hint: "record the correction in that stream"), in: origin)
        }
    }

    /// Lays the new events behind the old ones of their stream and reads them as they would stand.
    private func unreadable(
        _ stream: StreamName, _ drafts: [(Draft, Origin)]
    ) async throws(CaseworkError) -> [LocatedFault] {
        let own = drafts.filter { $0.0.stream == stream }
        var events = try await events(of: [stream])
        let known = Set(events.map(\.id))
        for (draft, origin) in own where !known.contains(draft.id) {
            do throws(Faults) {
                events.append(try draft.asEvent(at: Int64(events.count + 1), after: events.last))
            } catch {
                return error.all.map { LocatedFault($0, in: origin) }
            }
        }
        do throws(UnreadableCorrection) {
            _ = try effective(events)
            return []
        } catch {
            let origin = own.first { $0.0.amended != nil }?.1 ?? .commandLine
            return error.faults.all.map { LocatedFault($0, in: origin) }
        }
    }
}

extension Draft {
    /// The event that a correction or retraction speaks of.
    fileprivate var amended: EventReference? {
        switch body.content {
        case .eventCorrected(let correction): correction.event
        case .eventRetracted(let retraction): retraction.event
        default: nil
        }
    }

    /// The draft as it would be read once recorded.
    fileprivate func asEvent(at version: Int64, after last: Event?) throws(Faults) -> Event {
        try Event(
            position: (last?.position ?? 0) + 1, id: id, stream: stream, version: version,
            type: type, recordedAt: last?.recordedAt ?? Instant(microseconds: 0),
            recordedBy: "", json: json)
    }
}

extension EventReference {
    /// The id that the reference stands for; nil where only the log can say.
    var eventID: EventID? {
        switch self {
        case .keyed(let stream, let key): EventID(stream: stream, key: key)
        case .id(let id): id
        case .numbered: nil
        }
    }
}
