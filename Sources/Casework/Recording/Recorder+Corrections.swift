import CanonicalJSON
import CaseModel
import EventLog

extension Recorder {
    /// The faults of corrections and retractions.
    ///
    /// They must be in the stream of the event that they refer to, after it, and must leave it
    /// readable. Otherwise every later reading would fail.
    func correctionFaults(_ drafts: [(Draft, Origin)]) async throws -> [LocatedFault] {
        let amending = drafts.filter { $0.0.amended != nil }
        guard !amending.isEmpty else { return [] }
        let misplaced = try await misplaced(amending, among: drafts)
        guard misplaced.isEmpty else { return misplaced }
        let streams = Set(amending.map(\.0.stream))
        let recorded = try await amended(by: amending.map(\.0))
        let new = Dictionary(grouping: drafts.filter { streams.contains($0.0.stream) }) {
            $0.0.stream
        }
        return streams.sorted().flatMap { stream in
            Recorder.unreadable(recorded[stream] ?? [], new[stream] ?? [])
        }
    }

    /// The faults of those that refer to an event of another stream, or to a later event.
    private func misplaced(
        _ amending: [(Draft, Origin)], among drafts: [(Draft, Origin)]
    ) async throws -> [LocatedFault] {
        let ids = amending.compactMap { $0.0.amended?.eventID } + amending.map(\.0.id)
        let recorded = try await log.streams(ofEvents: ids)
        var before = recorded
        var faults: [LocatedFault] = []
        let later = Dictionary(drafts.map { ($0.0.id, $0.0.stream) }) { first, _ in first }
        for (draft, origin) in drafts {
            if let target = draft.amended?.eventID, recorded[draft.id] == nil {
                let fault = draft.misplacement(before[target], later: later[target])
                faults += fault.map { [LocatedFault($0, in: origin)] } ?? []
            }
            before[draft.id] = draft.stream
        }
        return faults
    }

    /// Appends the new events of a stream to the recorded ones and reads them together.
    private static func unreadable(
        _ recorded: [Event], _ drafts: [(Draft, Origin)]
    ) -> [LocatedFault] {
        var events = recorded
        let known = Set(events.map(\.id))
        let new = drafts.filter { !known.contains($0.0.id) }
        for (draft, _) in new { events.append(draft.asEvent(behind: events)) }
        do {
            // What is unreadable before may be readable after: a retraction can do that.
            let before = Set((try? effective(recorded))?.selfLinked ?? [])
            let after = try effective(events).selfLinked.filter { !before.contains($0) }
            return after.isEmpty ? [] : new.linkingToItself
        } catch {
            let spoiled = events.first { $0.position == error.position }
            return new.faults(of: error, on: spoiled)
        }
    }
}

extension [(Draft, Origin)] {
    /// The faults of an event after the correction, located at the values that cause them.
    fileprivate func faults(
        of error: UnreadableCorrection, on event: Event?
    ) -> [LocatedFault] {
        let amending = filter { $0.0.amended != nil }
        return error.faults.all.map { fault in
            let names = event?.names ?? []
            let last = amending.last { $0.0.amended.map(names.contains) ?? false }
            guard let (draft, origin) = last ?? amending.last else {
                return LocatedFault(fault, in: .commandLine)
            }
            return LocatedFault(draft.placed(fault), in: origin)
        }
    }
}

extension [EffectiveEvent] {
    /// The positions of the events that link an event to itself.
    fileprivate var selfLinked: [Int64] {
        filter { $0.event.linksAnEventToItself }.map(\.event.position)
    }
}

extension [(Draft, Origin)] {
    /// The fault that the last correction among them links an event to itself.
    fileprivate var linkingToItself: [LocatedFault] {
        guard let (_, origin) = last(where: { $0.0.amended != nil }) else { return [] }
        let set = JSONPointer.root.appending("data").appending("set")
        return [LocatedFault(.linkToItself(at: set), in: origin)]
    }
}

extension Draft {
    /// Why a correction is misplaced; nil if it is not.
    ///
    /// `stream` is that of the event that it refers to, if that is recorded before it; `later` if
    /// it is among the events that are recorded with it.
    fileprivate func misplacement(_ stream: StreamName?, later: StreamName?) -> Fault? {
        let path = JSONPointer.root.appending("data").appending("event")
        if let elsewhere = stream ?? later, elsewhere != self.stream {
            return Fault(
                at: path, "the event stands in the stream \(elsewhere)",
                hint: "record the correction in that stream")
        }
        guard stream == nil else { return nil }
        return Fault(
            at: path, "the event is recorded only after this one",
            hint: "put what speaks of an event behind it")
    }

    /// A fault of the corrected event, located at the value in `set` that causes it.
    fileprivate func placed(_ fault: Fault) -> Fault {
        let data = JSONPointer.root.appending("data")
        guard case .eventCorrected(let correction) = body.content else {
            return Fault(fault.code, at: data.appending("event"), fault.placed, hint: fault.hint)
        }
        let set = data.appending("set")
        for member in correction.set.members {
            let path = JSONPointer(member.name.split(separator: ".").map { .name(String($0)) })
            guard fault.path.steps.starts(with: path.steps) else { continue }
            let rest = fault.path.steps.dropFirst(path.steps.count)
            return Fault(
                fault.code, at: JSONPointer(set.appending(member.name).steps + rest),
                fault.message, hint: fault.hint)
        }
        return Fault(fault.code, at: set, fault.placed, hint: fault.hint)
    }
}

extension Fault {
    /// The message with the place in the corrected event.
    fileprivate var placed: String { path.steps.isEmpty ? message : "\(path): \(message)" }
}

extension Recorder {
    /// The events needed to determine the state of events that new corrections and retractions
    /// refer to, by stream and in order of position.
    ///
    /// These are the events themselves, the events that they refer to, and all corrections and
    /// retractions of any of these: not the whole streams, which may be long.
    func amended(
        by amending: [Draft]
    ) async throws -> [StreamName: [Event]] {
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

    /// Those of some events that are recorded, and their corrections and retractions in some
    /// streams.
    private func related(
        to ids: Set<EventID>, in streams: [StreamName]
    ) async throws -> [Event] {
        let stored = try await log.events(Array(ids))
        // An unreadable event corrects nothing, and is not corrected.
        let events = StreamReading(stored).readable
        let names = events.flatMap(\.spellings)
        let amendments = try await log.amendments(in: streams, of: names)
        return events + StreamReading(amendments).readable
    }
}

extension Event {
    /// Every spelling of a recorded reference to it, in lower case.
    fileprivate var spellings: [String] {
        names.flatMap { name in
            switch name {
            case .keyed(let stream, let key): [name.description, "\(stream.text)/\(key.text)"]
            case .id, .numbered: [name.description]
            }
        }
    }
}

extension Draft {
    /// The event that a correction or retraction refers to.
    var amended: EventReference? { body.content.amended }

    /// The draft as it would be read after the events of its stream.
    func asEvent(behind events: [Event]) -> Event {
        let last = events.last
        return Event(
            self, position: (last?.position ?? 0) + 1, version: (last?.version ?? 0) + 1,
            recordedAt: last?.recordedAt ?? Instant(microseconds: 0), recordedBy: "")
    }
}

extension EventReference {
    /// The id of the reference; nil if only the log can tell.
    var eventID: EventID? {
        switch self {
        case .keyed(let stream, let key): EventID(stream: stream, key: key)
        case .id(let id): id
        case .numbered: nil
        }
    }
}
