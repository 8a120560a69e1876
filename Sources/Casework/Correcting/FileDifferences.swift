package import CanonicalJSON
package import CaseModel
import EventLog

/// The differences between files and the record, and the entries that would resolve them.
package struct FileDifferences: Sendable {
    /// The events that differ in the files: the record's value, then the file's.
    package internal(set) var changes: [EventChange] = []
    /// Events that are in the files as they were first recorded, but were corrected since: the
    /// correction is kept.
    package internal(set) var corrected: [EventReference] = []
    /// New events in the files, and the corrections, in the order of the files.
    package internal(set) var entries: [Entry] = []

    /// How many events of the files are not recorded yet.
    package internal(set) var newCount = 0

    /// The versions of the compared streams, which must not change until recording.
    var versions: [StreamName: Int64] = [:]

    /// `cases.append/1`, with the differences.
    package func json(of recording: Recording) -> JSONValue {
        guard var members = recording.json.object else { return recording.json }
        members["differences"] = .array(changes.flatMap(\.json))
        return .object(members)
    }
}

extension Corrector {
    /// Compares files with the current state of the record.
    ///
    /// A field that is as it was recorded, or as it stands corrected, is not a difference.
    ///
    /// - Parameters:
    ///   - files: Each is read once.
    ///   - reason: Why the events are corrected.
    ///   - fresh: Creates the id of a correction.
    ///   - progress: Receives the number of events read.
    /// - Returns: The differences, and what is to be recorded.
    /// - Throws: Every fault of the files, including differences that cannot be corrected.
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

    /// Records the corrections and new events of the files, all or nothing.
    ///
    /// Nothing is recorded if the stream of a compared event has changed since the comparison.
    package func record(
        _ differences: FileDifferences, by name: String
    ) async throws -> Recording {
        guard !differences.entries.isEmpty else { return try await recorder.nothing() }
        return try await recorder.record(
            differences.entries, by: name, expecting: differences.versions)
    }

    /// Throws the errors that recording the differences would throw; records nothing.
    package func preview(_ differences: FileDifferences) async throws {
        guard !differences.entries.isEmpty else { return }
        _ = try await recorder.preview(differences.entries, expecting: differences.versions)
    }

    /// The recorded events that the drafts are compared with, by id.
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

    /// Compares an event of a file; repetitions are ignored.
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
        let fields = draft.changes(from: recorded, standing.event)
        let fixed = draft.fixed(since: recorded, fields)
        faults += fixed.map { LocatedFault($0, in: entry.origin) }
        guard fixed.isEmpty, !fields.isEmpty else { return }
        differences.changes.append(
            EventChange(event: recorded.reference, fields: fields, effect: .same))
        differences.entries.append(try correction(draft, fields, fresh(), entry.origin))
    }

    /// All differences; throws those that cannot be corrected.
    func end() throws(CaseworkError) -> FileDifferences {
        guard faults.isEmpty else { throw .refused(faults) }
        return differences
    }

    /// The correction that gives an event the content in a file, with the sources given there.
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
    /// Whether it repeats a recorded event.
    fileprivate func repeats(_ event: Event) -> Bool {
        (stream, type) == (event.stream, event.type) && json == event.json
    }

    /// The fields that differ both from the event as it was recorded and from the event as it
    /// stands: a field that is as it was recorded does not undo its correction.
    fileprivate func changes(from recorded: Event, _ standing: Event) -> [FieldChange] {
        let kept = Set(type.changes(from: recorded.json, to: json).map(\.path))
        return type.changes(from: standing.json, to: json).filter { kept.contains($0.path) }
    }

    /// The faults for differences that no correction can change.
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
