package import CanonicalJSON
package import CaseModel
import EventLog
package import Projections

/// The result of the withdrawal of a source.
package struct Withdrawal: Sendable {
    /// Its place in the log; no line if it was already withdrawn, or is only previewed.
    package let recording: Recording
    /// What lost its last support.
    package let unsupported: [Assertion]
    /// What now rests on retellings alone.
    package let retold: [Retold]

    /// `cases.append/1`, with what lost its last support, and what rests on retellings alone.
    package var json: JSONValue {
        guard var members = recording.json.object else { return recording.json }
        members["unsupported"] = .array(unsupported.map { .object($0.answer) })
        members["retold"] = .array(retold.map { .object($0.answer) })
        return .object(members)
    }
}

extension Corrector {
    /// Creates the withdrawal of a source, for the source's stream.
    ///
    /// - Throws: An error if the source does not exist.
    package func withdrawal(
        of source: Slug, reason: String, id: EventID
    ) async throws -> Entry {
        let stream = StreamName(.source, source)
        try await reader.require(stream)
        var form = EventForm()
        form.data = ["reason": .string(reason)]
        return try form.entry(in: stream, type: try .known(SourceWithdrawn.type), id: id)
    }

    /// The effect of withdrawing a source, and the event as it would be stored.
    ///
    /// - Throws: The errors that recording it would throw.
    package func preview(
        withdrawal entry: Entry, expecting version: Int64? = nil
    ) async throws -> (draft: Draft, withdrawal: Withdrawal) {
        let (draft, withdrawal) = try await read(withdrawal: entry)
        guard try await isToBeRecorded(draft) else { return (draft, withdrawal) }
        let expecting = version.map { [draft.stream: $0] } ?? [:]
        _ = try await recorder.foresee([(draft, entry.origin)], expecting: expecting)
        return (draft, withdrawal)
    }

    private func read(
        withdrawal entry: Entry
    ) async throws -> (draft: Draft, withdrawal: Withdrawal) {
        let draft = try await draft(checking: entry)
        let withdrawal = try await withdrawal(of: SourceSlug(draft.stream.slug))
        return (draft, withdrawal)
    }

    /// Records the withdrawal of a source, unless another withdrawal already exists.
    ///
    /// - Parameters:
    ///   - entry: The withdrawal.
    ///   - name: Who records it.
    ///   - version: The expected version of its stream; nil for no check.
    ///   - announce: Called immediately before it is sent.
    /// - Returns: Its place, and what loses its last support.
    /// - Throws: Every fault of it; nothing is recorded then.
    package func withdraw(
        _ entry: Entry, by name: String, expecting version: Int64? = nil,
        beforeSending announce: () -> Void = {}
    ) async throws -> Withdrawal {
        let (draft, withdrawal) = try await read(withdrawal: entry)
        guard try await isToBeRecorded(draft) else { return withdrawal }
        announce()
        let expecting = version.map { [draft.stream: $0] } ?? [:]
        let recording = try await recorder.append(
            [(draft, entry.origin)], by: name, expecting: expecting)
        return Withdrawal(
            recording: recording, unsupported: withdrawal.unsupported, retold: withdrawal.retold)
    }

    /// Whether a withdrawal is sent: not if another one is in effect.
    private func isToBeRecorded(_ draft: Draft) async throws -> Bool {
        let own = try await reader.effectiveEvents([draft.stream])
        let isRecorded = own.contains { $0.event.id == draft.id }
        return isRecorded || !own.contains(where: \.withdraws)
    }

    /// What in the whole workspace loses its last support without a source, and what then rests on
    /// its retellings alone.
    private func withdrawal(of source: SourceSlug) async throws -> Withdrawal {
        var streams: Set<StreamName> = []
        for retelling in try await retellings(of: source) {
            streams.formUnion(try await reader.streams(speakingOf: retelling))
        }
        let events = try await reader.effectiveEvents(streams.sorted())
        let (support, registers) = (Support(events), try await reader.registers(namedBy: events))
        let withdrawn = try await reader.registerChanges().withdrawn
        return Withdrawal(
            recording: try await recorder.nothing(),
            unsupported: support.lost(without: source, withdrawn: withdrawn),
            retold: support.retold(without: source, withdrawn: withdrawn, registers))
    }

    /// A source, and the sources that retell it, directly or through others.
    private func retellings(
        of source: SourceSlug
    ) async throws -> [SourceSlug] {
        var (found, frontier) = ([source], [source])
        while !frontier.isEmpty {
            let mentioned = frontier.map { StreamName(.source, $0.slug) }
            let named = try await reader.streams(mentioning: mentioned)
            frontier = named.filter { $0.kind == .source }.map { SourceSlug($0.slug) }
                .filter { !found.contains($0) }
            found += frontier
        }
        return found
    }
}

extension EffectiveEvent {
    /// Whether it withdraws the source of its own stream.
    fileprivate var withdraws: Bool {
        guard retraction == nil, case .sourceWithdrawn = event.body.content else { return false }
        return true
    }
}
