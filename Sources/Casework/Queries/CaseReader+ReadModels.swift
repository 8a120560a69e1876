import CaseModel
import EventLog
import Logging
import Postgres
import Projections
import ReadModels

extension CaseReader {
    /// The rows of a projection at the snapshot, in the order of their keys.
    ///
    /// Stored rows are used. Streams with events between the checkpoint and the snapshot are folded
    /// here, whichever of the two is later, and so are streams that could not be read when the rows
    /// were made; nothing is written. If there are no stored rows that this program could have
    /// made, the whole log is folded.
    ///
    /// The rows are not noted in `readEvents`: a caller that answers from them, instead of reading the
    /// streams that they name, notes its position.
    func kept(
        _ projection: Projection, _ selection: Selection = .all
    ) async throws -> [ProjectedRow] {
        let (_, position) = try await snapshot()
        let kept = try await readModels.snapshot(of: projection, selection)
        guard let checkpoint = kept.checkpoint else {
            Logger.current.debug(
                "folding the whole log: no rows are kept",
                metadata: [LogKey.readModel: "\(projection.name)"])
            return try await folded(projection, through: position)
                .selected(by: selection, of: projection)
        }
        let fresh = try await fresh(projection, since: checkpoint.position, through: position)
        let touched = Set(fresh.streams)
        Logger.current.debug(
            "reading kept rows, and folding the streams written to since",
            metadata: [
                LogKey.readModel: "\(projection.name)",
                LogKey.position: "\(checkpoint.position)", LogKey.streams: "\(touched.count)",
            ])
        let rows = kept.rows.filter { !touched.contains($0.stream) }
        let new = fresh.rows.flatMap(\.self).selected(by: selection, of: projection)
        return (rows + new).sorted { $0.precedes($1, by: projection.keyLength) }
    }

    /// The rows, at the snapshot, of the streams whose stored rows are not valid for it: those with
    /// events since the rows were made, and those that could not be read then.
    ///
    /// Streams that still cannot be read are noted as left out.
    func fresh(
        _ projection: Projection, since checkpoint: Int64, through position: Int64
    ) async throws -> StreamFold {
        var streams = try await streams(between: checkpoint, and: position)
        if projection.name != Projection.unreadable.name {
            streams += try await stoppedStreams(through: position)
        }
        let fold = try await projector.fold(Set(streams).sorted(), [projection], through: position)
        try CaseReader.require(fold.failures)
        if projection.leavesOut { try leaveOut(fold.unreadable) }
        return fold
    }

    /// The events that stop their streams at the snapshot, in order of position.
    func unreadable() async throws -> [UnreadableEvent] {
        let (_, position) = try await snapshot()
        let streams = Set(try await stoppedStreams(through: position)).sorted()
        return try await projector.fold(streams, [.unreadable], through: position).unreadable
            .sorted { $0.position < $1.position }
    }

    /// The streams that could not be read when the rows were made; includes all that cannot be read
    /// at a position.
    func stoppedStreams(
        through position: Int64
    ) async throws -> [String] {
        let kept = try await readModels.snapshot(of: .unreadable, .all)
        guard let checkpoint = kept.checkpoint else {
            return try await folded(.unreadable, through: position).map(\.stream)
        }
        return try await kept.rows.map(\.stream)
            + streams(between: checkpoint.position, and: position)
    }

    /// The streams with events between two positions, whichever is greater.
    private func streams(
        between one: Int64, and other: Int64
    ) async throws -> [String] {
        guard one != other else { return [] }
        return try await log.streams(at: min(one, other) + 1...max(one, other))
    }

    /// Folds the rows of a projection from the whole log, a window of streams at a time.
    private func folded(
        _ projection: Projection, through position: Int64
    ) async throws -> [ProjectedRow] {
        var rows: [ProjectedRow] = []
        var failures: [String: Checkpoint.Failure] = [:]
        var unreadable: [UnreadableEvent] = []
        try await projector.forEachWindow([projection], through: position) { window in
            rows += window.rows.joined()
            failures.merge(window.failures) { first, _ in first }
            unreadable += window.unreadable
        }
        try CaseReader.require(failures)
        if projection.leavesOut { try leaveOut(unreadable) }
        return rows
    }

    static func require(
        _ failures: [String: Checkpoint.Failure]
    ) throws(CaseworkError) {
        guard let (name, failure) = failures.min(by: { $0.key < $1.key }) else { return }
        throw CaseworkError(
            .internal,
            "the read model \(name) stopped at event \(failure.position): \(failure.reason)",
            hint: "report it; cases projections shows which others stand")
    }
}

extension Projection {
    /// Whether an answer made from its rows leaves something out if a stream cannot be read.
    fileprivate var leavesOut: Bool {
        name != Projection.unreadable.name && name != Projection.mentions.name
    }
}

extension [ProjectedRow] {
    /// The selected rows of a projection.
    fileprivate func selected(by selection: Selection, of projection: Projection) -> Self {
        switch selection {
        case .all: return self
        case .column(let name, let values):
            let wanted = Set(values)
            return filter { $0.text(name, of: projection).map(wanted.contains) ?? false }
        case .days(let from, let to, let days):
            return filter { row in
                (row.number(from, of: projection) ?? .min) <= days.upperBound
                    && (row.number(to, of: projection) ?? .max) >= days.lowerBound
            }
        }
    }
}

extension ProjectedRow {
    /// The value in a column; nil if the projection has no such column.
    func cell(_ name: String, of projection: Projection) -> Cell? {
        zip(projection.columns, cells).first { $0.0.name == name }?.1
    }

    /// The text in a column; nil if there is none.
    func text(_ name: String, of projection: Projection) -> String? {
        if case .text(let text)? = cell(name, of: projection) { text } else { nil }
    }

    /// The number in a column; nil if there is none.
    func number(_ name: String, of projection: Projection) -> Int64? {
        if case .integer(let number)? = cell(name, of: projection) { number } else { nil }
    }
}

extension CaseReader {
    /// The streams whose events refer to other streams or, by their ids, to single events; in the
    /// order of their names.
    ///
    /// The index only grows: it contains every reference that was ever made, even if it was
    /// corrected later. So it is valid for every clock, and the caller determines what the events
    /// mean.
    func streams(
        mentioning streams: [StreamName], events: [EventID] = []
    ) async throws -> [StreamName] {
        let mentioned = streams.map(\.text) + events.map(\.text)
        let rows = try await kept(.mentions, .column("mentioned", anyOf: mentioned))
        return try Set(rows.map(\.stream)).map { name in
            guard let stream = StreamName(name) else {
                throw CaseworkError.foreignRow(of: .mentions)
            }
            return stream
        }.sorted()
    }

    /// The streams that refer to a source, and those about the same events and links.
    func streams(speakingOf source: SourceSlug) async throws -> [StreamName] {
        let naming = try await streams(mentioning: [StreamName(.source, source.slug)])
        let ids = try await events(of: naming).map(\.id)
        // Other statements about the same events and links are in other streams.
        let speaking = try await streams(mentioning: naming, events: ids)
        return Set(naming + speaking).sorted()
    }
}
