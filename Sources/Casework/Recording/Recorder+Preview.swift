package import CanonicalJSON
package import CaseModel
import EventLog

/// The effect of recording some events.
package struct Foresight: Sendable {
    /// How many would be recorded.
    package internal(set) var newCount = 0
    /// How many are duplicates of recorded events, or of earlier ones in the input.
    package internal(set) var duplicateCount = 0
}

extension Foresight {
    /// The preview as `cases.append/1`: nothing was recorded, and what would be.
    package func json(of recording: Recording) -> JSONValue {
        guard var members = recording.json.object else { return recording.json }
        members["would_record"] = .integer(Int64(newCount))
        members["duplicates"] = .integer(Int64(duplicateCount))
        return .object(members)
    }
}

extension Recorder {
    /// Entries as they would be stored, and the effect of recording them; nothing is recorded.
    ///
    /// - Throws: The errors that recording them would throw.
    package func preview(
        _ entries: [Entry], expecting: [StreamName: Int64] = [:]
    ) async throws -> (drafts: [Draft], foresight: Foresight) {
        let drafts = try await check(entries)
        try await requireClock()
        let origins = entries.map(\.origin)
        return (drafts, try await foresee(Array(zip(drafts, origins)), expecting: expecting))
    }

    /// The effect of recording some events, with the same errors as recording them.
    ///
    /// - Parameters:
    ///   - drafts: Checked events, in their order.
    ///   - expecting: The expected versions of streams.
    /// - Returns: How many of them are new, and how many are duplicates.
    /// - Throws: Every conflict with a recorded event, else a version conflict of a stream.
    package func foresee(
        _ drafts: [(Draft, Origin)], expecting: [StreamName: Int64] = [:]
    ) async throws -> Foresight {
        let recorded = try await namesakes(of: drafts.map(\.0))
        var (foresight, met, clashes) = (Foresight(), Set<EventID>(), [LocatedFault]())
        for (draft, origin) in drafts {
            if let event = recorded.first(of: draft), !draft.repeats(event) {
                clashes.append(LocatedFault(clashOf: draft, with: event, in: origin))
            }
            if recorded.hasID(of: draft) || !met.insert(draft.id).inserted {
                foresight.duplicateCount += 1
            }
        }
        guard clashes.isEmpty else { throw CaseworkError.refused(clashes) }
        foresight.newCount = drafts.count - foresight.duplicateCount
        if foresight.newCount > 0 { try await checkVersions(expecting) }
        return foresight
    }

    /// The events that are recorded under the ids and keys of some drafts.
    private func namesakes(of drafts: [Draft]) async throws -> Namesakes {
        var namesakes = Namesakes()
        for start in stride(from: 0, to: drafts.count, by: Recorder.lookup) {
            let piece = drafts[start..<min(start + Recorder.lookup, drafts.count)]
            let known = try await log.events(piece.map(\.id))
            for event in known { namesakes.byID[event.id] = event }
            let keys = piece.filter { namesakes.byID[$0.id] == nil }.compactMap { draft in
                draft.body.key.map { (stream: draft.stream, key: $0) }
            }
            guard !keys.isEmpty else { continue }
            let keyed = try await log.events(keyed: keys)
            for event in keyed { namesakes.byKey[event.stream + "/" + (event.key ?? "")] = event }
        }
        return namesakes
    }

    /// How many events are looked up at once.
    private static let lookup = 5_000

    private func checkVersions(
        _ expecting: [StreamName: Int64]
    ) async throws {
        guard !expecting.isEmpty else { return }
        let versions = try await log.versions(of: Array(expecting.keys))
        for (stream, expected) in expecting.sorted(by: { $0.key < $1.key }) {
            let actual = versions[stream] ?? 0
            guard actual == expected else {
                throw CaseworkError(
                    .versionConflict(stream, expected: expected, actual: actual))
            }
        }
    }
}

/// Recorded events with the ids and keys of some drafts.
private struct Namesakes {
    var byID: [EventID: StoredEvent] = [:]
    /// Events whose id differs from the one that their key yields, by stream and key.
    var byKey: [String: StoredEvent] = [:]

    /// The event with the draft's id, else with its key.
    func first(of draft: Draft) -> StoredEvent? {
        byID[draft.id] ?? draft.body.key.flatMap { byKey[draft.stream.text + "/" + $0.text] }
    }

    func hasID(of draft: Draft) -> Bool { byID[draft.id] != nil }
}

extension Draft {
    /// Whether it repeats a recorded event.
    func repeats(_ event: StoredEvent) -> Bool {
        event.id == id && event.stream == stream.text && event.type == type.name
            && event.body == bytes
    }
}

extension LocatedFault {
    /// The fault that another event is recorded under the id or key of an event.
    init(clashOf draft: Draft, with event: StoredEvent, in origin: Origin) {
        let name =
            draft.body.key.map { EventReference.keyed(draft.stream, $0).description }
            ?? draft.id.text
        let path = JSONPointer.root.appending(draft.body.key == nil ? "id" : "key")
        let hint =
            origin.isCommandLine
            ? "to correct what is recorded: cases correct \(name); or give the new event another key"
            : "to record the difference as a correction: cases import \(origin.file ?? "FILE") "
                + "--as-corrections --reason REASON; or give the new event another key"
        let isElsewhere = event.stream != draft.stream.text
        let elsewhere = isElsewhere ? " in the stream \(event.stream)" : ""
        self.init(
            at: origin.place(of: path), .idConflict,
            "\(path): \(name) is recorded with other content\(elsewhere), "
                + "at position \(event.position)",
            hint: hint)
    }
}
