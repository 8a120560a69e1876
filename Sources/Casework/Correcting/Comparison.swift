import CanonicalJSON
import CaseModel

/// Compares the events of files with the record, one by one.
struct Comparison {
    private let recorded: [EventID: (recorded: Event, standing: EffectiveEvent)]
    private let reason: CorrectionReason
    private var compared: Set<EventID> = []
    private var differences = FileDifferences()
    private var faults: [LocatedFault] = []

    init(
        _ recorded: [EventID: (recorded: Event, standing: EffectiveEvent)],
        reason: CorrectionReason
    ) {
        self.recorded = recorded
        self.reason = reason
        for (event, _) in recorded.values {
            let version = differences.versions[event.stream] ?? 0
            differences.versions[event.stream] = max(version, event.version)
        }
    }

    /// Takes an event of a file, once.
    mutating func take(
        _ entry: Entry, _ draft: Draft, fresh: () -> EventID
    ) throws(CaseworkError) {
        guard compared.insert(draft.id).inserted else { return }
        guard let (recorded, standing) = recorded[draft.id] else {
            differences.newCount += 1
            return differences.entries.append(entry)
        }
        guard !draft.repeats(recorded) else {
            differences.entries.append(entry)
            if standing.event.json != recorded.json {
                differences.corrected.append(recorded.reference)
            }
            return
        }
        let fields = draft.type.changes(from: standing.event.json, to: draft.json)
        let fixed = draft.fixed(since: recorded, fields)
        faults += fixed.map { LocatedFault($0, in: entry.origin) }
        guard fixed.isEmpty, !fields.isEmpty else { return }
        differences.changes.append(
            EventChange(event: recorded.reference, fields: fields, effect: .same))
        differences.entries.append(try correction(draft, fields, fresh(), entry.origin))
    }

    /// Everything that was found; throws what cannot be corrected.
    func end() throws(CaseworkError) -> FileDifferences {
        guard faults.isEmpty else { throw .refused(faults) }
        return differences
    }

    /// The correction that makes an event read as in a file, borne out as it is there.
    private func correction(
        _ draft: Draft, _ fields: [FieldChange], _ id: EventID, _ origin: Origin
    ) throws(CaseworkError) -> Entry {
        let name = draft.body.key.map { EventReference.keyed(draft.stream, $0) } ?? .id(draft.id)
        let set = fields.reduce(into: JSONObject()) { $0[$1.path] = $1.new ?? .null }
        var members: JSONObject = [
            "data": [
                "event": .string(name.description), "set": .object(set),
                "reason": .string(reason.rawValue),
            ]
        ]
        members["claims"] = draft.json["claims"]
        members["no_source"] = draft.json["no_source"]
        if draft.body.claims.isEmpty, draft.body.noSource == nil {
            members["no_source"] = "the corrected case file names none"
        }
        return Entry(
            stream: draft.stream, type: try .known(EventCorrected.type), id: id, members: members,
            origin: origin)
    }
}

extension Draft {
    /// Whether it is a recorded event once more.
    fileprivate func repeats(_ event: Event) -> Bool {
        (stream, type) == (event.stream, event.type) && json == event.json
    }

    /// What of a recorded event differs that no correction can change.
    fileprivate func fixed(since event: Event, _ fields: [FieldChange]) -> [Fault] {
        let id = "the event with this id"
        if stream != event.stream {
            return [fault("stream", "\(id) stands in the stream \(event.stream)")]
        }
        if type != event.type { return [fault("type", "\(id) is recorded as \(event.type.name)")] }
        if body.key != event.body.key { return [fault("key", "\(id) is recorded otherwise")] }
        let isSourced = fields.contains { $0.path == "no_source" }
        return isSourced
            ? [fault("no_source", "whether there is a source is recorded otherwise")] : []
    }

    private func fault(_ name: String, _ message: String) -> Fault {
        Fault(
            at: .root.appending(name), message,
            hint: "no correction changes that: retract the event, and record another")
    }
}
