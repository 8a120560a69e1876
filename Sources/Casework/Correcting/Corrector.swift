package import CaseModel
import EventLog

/// What a correction or retraction did.
package struct Amendment: Sendable {
    /// Its place in the log; no line where it would have changed nothing.
    package let recording: Recording
    /// The events that read otherwise since.
    package let changes: [EventChange]
}

/// Corrects and retracts what is recorded, by further events.
package struct Corrector: Sendable {
    /// Records the corrections.
    let recorder: Recorder

    /// What is recorded.
    var reader: CaseReader { recorder.reader }

    /// The log that is written to.
    var log: EventLog { reader.log }
}

extension Corrector {
    /// What a correction or retraction would change, and the event as it would be stored.
    ///
    /// - Throws: what recording it would throw.
    package func preview(
        _ entry: Entry, expecting version: Int64? = nil
    ) async throws -> (draft: Draft, changes: [EventChange]) {
        let (draft, changes) = try await read(entry)
        guard !changes.isEmpty else { return (draft, changes) }
        let expecting = version.map { [draft.stream: $0] } ?? [:]
        _ = try await recorder.foresee([(draft, entry.origin)], expecting: expecting)
        return (draft, changes)
    }

    /// The event, read, and what it would change; throws where its id stands for another one.
    private func read(
        _ entry: Entry
    ) async throws -> (draft: Draft, changes: [EventChange]) {
        let draft = try await draft(checking: entry)
        _ = try await recorder.foresee([(draft, entry.origin)])
        return (draft, try await changes(by: draft))
    }

    /// Records a correction or retraction, unless everything reads so already.
    ///
    /// - Parameters:
    ///   - entry: it.
    ///   - name: who records it.
    ///   - version: the version that its stream must have before; nil takes any.
    ///   - announce: called when nothing is left but to send it.
    /// - Returns: its place, and what it changed.
    /// - Throws: every fault of it; nothing is recorded then.
    package func amend(
        _ entry: Entry, by name: String, expecting version: Int64? = nil,
        beforeSending announce: () -> Void = {}
    ) async throws -> Amendment {
        let (draft, preview) = try await read(entry)
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
