package import CanonicalJSON
package import CaseModel
import EventLog

/// What files say otherwise than the record, and what is to be recorded so that it says the same.
package struct FileDifferences: Sendable {
    /// The events that read otherwise in the files: the record's value, then the file's.
    package internal(set) var changes: [EventChange] = []
    /// Events that the files have as they were first recorded, and that were corrected since: the
    /// correction stands.
    package internal(set) var corrected: [EventReference] = []
    /// What is new in the files, and the corrections, in the order of the files.
    package internal(set) var entries: [Entry] = []

    /// How many events of the files are not recorded yet.
    package internal(set) var newCount = 0

    /// The versions of the streams that were compared, which must still be theirs.
    var versions: [StreamName: Int64] = [:]

    /// `cases.append/1`, with the differences.
    package func json(of recording: Recording) -> JSONValue {
        guard var members = recording.json.object else { return recording.json }
        members["differences"] = .array(changes.flatMap(\.json))
        return .object(members)
    }
}

extension Corrector {
    /// How some files differ from the record as it stands.
    ///
    /// An event that is as it was recorded, or as it stands since it was corrected, is no
    /// difference.
    ///
    /// - Parameters:
    ///   - files: read once each.
    ///   - reason: why the events are corrected.
    ///   - fresh: makes the id of a correction.
    ///   - progress: told how many events were read.
    /// - Returns: what differs, and what is to be recorded.
    /// - Throws: every fault of the files; what cannot be corrected is one.
    package func differences(
        in files: [InputFile], reason: CorrectionReason, fresh: () -> EventID, progress: ProgressLog
    ) async throws -> FileDifferences {
        let (entries, faults) = try recorder.read(files, progress: progress)
        let drafts = try await recorder.check(entries, beside: faults)
        var comparison = Comparison(try await recorded(drafts), reason: reason)
        for (entry, draft) in zip(entries, drafts) {
            try comparison.take(entry, draft, fresh: fresh)
        }
        return try comparison.end()
    }

    /// Records what files say otherwise, and what is new in them: all of it, or nothing.
    ///
    /// Nothing is recorded either where an event was compared that somebody spoke of since.
    package func record(
        _ differences: FileDifferences, by name: String
    ) async throws -> Recording {
        guard !differences.entries.isEmpty else { return try await recorder.nothing() }
        return try await recorder.record(
            differences.entries, by: name, expecting: differences.versions)
    }

    /// Throws what recording the differences would throw; records nothing.
    package func preview(_ differences: FileDifferences) async throws {
        guard !differences.entries.isEmpty else { return }
        _ = try await recorder.preview(differences.entries, expecting: differences.versions)
    }

    /// The events that drafts with their ids are compared with.
    private func recorded(
        _ drafts: [Draft]
    ) async throws -> [EventID: (recorded: Event, standing: EffectiveEvent)] {
        let streams = try await log.streams(ofEvents: drafts.map(\.id))
        let events = try await reader.events(of: Set(streams.values).sorted())
        do {
            let pairs = zip(events, try effective(events)).map { ($0.id, ($0, $1)) }
            return Dictionary(pairs) { first, _ in first }
        } catch {
            throw CaseworkError.unreadable(at: error.position, error.faults)
        }
    }
}

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
