import CaseModel
import EventLog
import Foundation
package import Projections
package import ReadModels

/// What was done to bring the read models up to date.
package struct Upkeep: Sendable {
    /// Where projections stopped, by name.
    package var failures: [String: Checkpoint.Failure] = [:]
    /// The projections that another version of this program made; only a rebuild replaces those.
    package var foreign: [String] = []
}

extension CaseRecord {
    /// The read models beside the log.
    package var readModels: ReadModels { ReadModels(log) }

    /// Brings the read models to where the log ends when this begins; what is appended meanwhile is
    /// left to those who append it.
    ///
    /// Each window of the log is folded and written, with the checkpoint, in one transaction; so
    /// two that keep at once do no harm. A projection whose fold fails stops there, the others go
    /// on.
    ///
    /// - Parameters:
    ///   - projections: which ones.
    ///   - worthRebuilding: how many events must be missing, and be the larger part of the log, for
    ///     the projections to be made anew.
    ///   - journal: told how far that is.
    /// - Returns: what could not be kept.
    /// - Throws: a log that is not the one that the read models were made of, an event that cannot
    ///   be read, and whatever the server refuses.
    @discardableResult
    package func keep(
        _ projections: [Projection] = Projection.all, worthRebuilding: Int64 = 20_000,
        journal: Journal = Journal { _ in }
    ) async throws(CaseworkError) -> Upkeep {
        try await begin(projections)
        let lacking = try await lackMost(of: worthRebuilding, projections)
        if !lacking.isEmpty {
            try await require(lacking, try await standing())
            var upkeep = try await makeAnew(lacking, journal)
            let others = projections.filter { other in
                !lacking.contains { $0.name == other.name }
            }
            guard !others.isEmpty else { return upkeep }
            let rest = try await keep(others, worthRebuilding: worthRebuilding)
            upkeep.failures.merge(rest.failures) { first, _ in first }
            upkeep.foreign += rest.foreign
            return upkeep
        }
        return try await advance(projections, through: try await standing().head)
    }

    /// Brings projections to a position; another session may do part of it.
    private func advance(
        _ projections: [Projection], through target: Int64
    ) async throws(CaseworkError) -> Upkeep {
        var upkeep = Upkeep()
        var hasMoved = false
        while true {
            let standing = try await standing()
            var behind: [(Projection, Checkpoint)] = []
            for projection in projections where upkeep.failures[projection.name] == nil {
                guard let checkpoint = standing.live[projection.name] else { continue }
                if checkpoint.version != projection.version {
                    if !upkeep.foreign.contains(projection.name) {
                        upkeep.foreign.append(projection.name)
                    }
                } else if checkpoint.position < target {
                    behind.append((projection, checkpoint))
                }
            }
            guard let first = behind.map(\.1.position).min() else {
                // They may be as long as the log, or longer, and of another one.
                if !hasMoved { try await require(projections, standing) }
                return upkeep
            }
            hasMoved = true
            let step = behind.filter { $0.1.position == first }
            upkeep.failures.merge(try await advance(step, through: target)) { $1 }
        }
    }

    /// The projections that lack more than so many events, and the larger part of the log: it
    /// costs less to rebuild them than to fold each stream as often as it was written to.
    private func lackMost(
        of least: Int64, _ projections: [Projection]
    ) async throws(CaseworkError) -> [Projection] {
        let standing = try await standing()
        return projections.filter { projection in
            guard let live = standing.live[projection.name], live.version == projection.version
            else { return false }
            let lag = standing.head - live.position
            return lag > least && lag > standing.head / 2
        }
    }

    private func makeAnew(
        _ projections: [Projection], _ journal: Journal
    ) async throws(CaseworkError) -> Upkeep {
        // Whoever reads meanwhile folds most of the log anyway: the sooner this ends, the better.
        let workers = Int64(ProcessInfo.processInfo.activeProcessorCount)
        let failures = try await replace(
            RebuildPlan(projections, workers: workers), journal: journal)
        try await asking { () async throws(EventLogError) in try await readModels.clear() }
        return Upkeep(failures: failures)
    }

    private func begin(_ projections: [Projection]) async throws(CaseworkError) {
        let live = try await standing().live
        let missing = projections.filter { live[$0.name] == nil }
        guard !missing.isEmpty else { return }
        try await asking { () async throws(EventLogError) in try await readModels.begin(missing) }
    }

    func standing() async throws(CaseworkError) -> Standing {
        try await asking { () async throws(EventLogError) in try await readModels.standing() }
    }

    /// Moves projections that stand at one position on by one window.
    ///
    /// - Returns: where those stopped that could not be moved.
    func advance(
        _ step: [(projection: Projection, checkpoint: Checkpoint)], through head: Int64
    ) async throws(CaseworkError) -> [String: Checkpoint.Failure] {
        guard let from = step.first?.checkpoint else { return [:] }
        try await require(from)
        let end = min(from.position + Int64(CaseRecord.window), head)
        let fold = try await fold(from.position + 1...end, step.map(\.projection))
        for (name, failure) in fold.failures {
            guard let checkpoint = step.first(where: { $0.projection.name == name })?.checkpoint
            else { continue }
            try await asking { () async throws(EventLogError) in
                try await readModels.fail(name, checkpoint.generation, failure)
            }
        }
        let advances = zip(step, fold.rows).filter { fold.failures[$0.0.projection.name] == nil }
            .map { Advance($0.projection, from: $0.checkpoint, rows: $1) }
        try await asking { () async throws(EventLogError) in
            let leaf = try await log.leaf(at: end)
            guard let leaf else { throw EventLogError.gap(position: end) }
            try await readModels.advance(
                advances, of: fold.streams, to: end, leaf: leaf)
        }
        return fold.failures
    }

    /// That the log is still the one that the rows of projections were made of.
    private func require(
        _ projections: [Projection], _ standing: Standing
    ) async throws(CaseworkError) {
        let checkpoints = projections.compactMap { standing.live[$0.name] }
        let ends = Dictionary(checkpoints.map { ($0.leaf, $0) }) { first, _ in first }
        for checkpoint in ends.values.sorted(by: { $0.position < $1.position }) {
            try await require(checkpoint)
        }
    }

    /// That the log is still the one that rows were made of.
    func require(_ checkpoint: Checkpoint) async throws(CaseworkError) {
        guard checkpoint.position > 0 else { return }
        let leaf = try await asking { () async throws(EventLogError) in
            try await log.leaf(at: checkpoint.position)
        }
        guard leaf == checkpoint.leaf else { throw .forked(checkpoint) }
    }

    /// The rows that the streams written to at some positions make, as far as the last of these.
    func fold(
        _ positions: ClosedRange<Int64>, _ projections: [Projection]
    ) async throws(CaseworkError) -> StreamFold {
        let streams = try await asking { () async throws(EventLogError) in
            try await log.streams(at: positions)
        }
        return try await fold(streams, projections, through: positions.upperBound)
    }

    /// The rows that some streams make, each once, as far as a position.
    func fold(
        _ streams: [String], _ projections: [Projection], through position: Int64
    ) async throws(CaseworkError) -> StreamFold {
        guard !streams.isEmpty else { return StreamFold(rows: projections.map { _ in [] }) }
        let stored = try await asking { () async throws(EventLogError) in
            try await log.events(ofStreams: streams, through: position)
        }
        let events = Dictionary(grouping: stored, by: \.stream)
        var fold = WindowFold(projections)
        for stream in streams {
            for event in events[stream] ?? [] { fold.take(event) }
        }
        fold.end()
        return StreamFold(
            streams: streams, rows: fold.rows, failures: fold.failures,
            unreadable: fold.unreadable)
    }
}

/// The rows that some streams make.
struct StreamFold: Sendable {
    /// The streams' names.
    var streams: [String] = []
    /// The rows of each projection, in its order.
    var rows: [[ProjectedRow]]
    /// Where projections stopped, by name.
    var failures: [String: Checkpoint.Failure] = [:]
    /// The events that stop a stream.
    var unreadable: [UnreadableEvent] = []
}

extension CaseRecord {
    /// Keeps the read models after an append, which stands whatever becomes of them: readers fold
    /// what they lack.
    ///
    /// - Returns: what people should know; nil where nothing is to be said.
    func keepingRemark(_ journal: Journal = Journal { _ in }) async -> String? {
        do throws(CaseworkError) {
            try await watch?.note(log)
            return try await keep(journal: journal).remark
        } catch {
            // The next append tries again by itself.
            let remedy = error.code == .tryAgain || error.hint.isEmpty ? "" : "; \(error.hint)"
            return "the read models are not up to date: \(error.problem)\(remedy)"
        }
    }
}

extension Upkeep {
    /// What people should know of it; nil where nothing is to be said.
    fileprivate var remark: String? {
        let stopped = failures.sorted { $0.key < $1.key }.map {
            "the read model \($0.key) stopped at event \($0.value.position): \($0.value.reason)"
        }
        let old = foreign.map { "the read model \($0) is of another version: cases rebuild \($0)" }
        let all = stopped + old
        return all.isEmpty ? nil : all.joined(separator: "\n")
    }
}

extension CaseworkError {
    static func forked(_ checkpoint: Checkpoint) -> CaseworkError {
        CaseworkError(
            .badEvent,
            "event \(checkpoint.position) is not the one that the read models were made of",
            hint: "the end of the log was replaced, by a restored backup perhaps: cases rebuild")
    }
}
