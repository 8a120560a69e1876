package import CaseModel
import EventLog

/// The result of a correction or retraction.
package struct Amendment: Sendable {
    /// Its place in the log; no line if it would have changed nothing.
    package let recording: Recording
    /// The events that changed because of it.
    package let changes: [EventChange]
}

/// Corrects and retracts recorded events by recording further events.
package struct Corrector: Sendable {
    /// Records the corrections.
    let recorder: Recorder

    /// Reads the record.
    var reader: CaseReader { recorder.reader }

    /// The log to write to.
    var log: EventLog { reader.log }
}

extension Corrector {
    /// The changes that a correction or retraction would make, and the event as it would be stored.
    ///
    /// - Throws: The errors that recording it would throw.
    package func preview(
        _ entry: Entry, expecting version: Int64? = nil
    ) async throws -> (draft: Draft, changes: [EventChange]) {
        let (draft, changes) = try await read(entry)
        guard !changes.isEmpty else { return (draft, changes) }
        let expecting = version.map { [draft.stream: $0] } ?? [:]
        _ = try await recorder.foresee([(draft, entry.origin)], expecting: expecting)
        return (draft, changes)
    }

    /// Reads the event and its changes; throws if its id belongs to another event.
    private func read(
        _ entry: Entry
    ) async throws -> (draft: Draft, changes: [EventChange]) {
        let draft = try await draft(checking: entry)
        _ = try await recorder.foresee([(draft, entry.origin)])
        return (draft, try await changes(by: draft))
    }

    /// Records a correction or retraction, unless it would change nothing.
    ///
    /// - Parameters:
    ///   - entry: The correction or retraction.
    ///   - name: Who records it.
    ///   - version: The expected version of its stream; nil for no check.
    ///   - announce: Called immediately before it is sent.
    /// - Returns: Its place, and what it changed.
    /// - Throws: Every fault of it; nothing is recorded then.
    package func amend(
        _ entry: Entry, by name: String, expecting version: Int64? = nil,
        beforeSending announce: () -> Void = {}
    ) async throws -> Amendment {
        let (draft, preview) = try await recorder.recordingNothing { try await read(entry) }
        guard !preview.isEmpty else {
            return Amendment(recording: try await recorder.nothing(), changes: [])
        }
        announce()
        let expecting = version.map { [draft.stream: $0] } ?? [:]
        let recording = try await recorder.append(
            [(draft, entry.origin)], by: name, expecting: expecting)
        return Amendment(recording: recording, changes: try await changes(by: draft))
    }

    /// One entry, checked against the record.
    func draft(checking entry: Entry) async throws -> Draft {
        guard let draft = try await recorder.check([entry]).first else {
            throw CaseworkError(.internal, "an event was lost while it was checked")
        }
        return draft
    }
}
