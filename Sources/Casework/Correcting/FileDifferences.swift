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
