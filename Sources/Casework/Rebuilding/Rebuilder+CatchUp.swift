import CaseModel
import EventLog
import Foundation
import Ledger
import Logging
import Postgres
package import Projections
package import ReadModels

/// The result of bringing the read models up to date.
package struct CatchUp: Sendable {
    /// Where projections stopped, by name.
    package var failures: [String: Checkpoint.Failure] = [:]
    /// The projections that another version of this program made; only a rebuild can replace them.
    package var foreign: [String] = []
    /// The event up to which the log was folded; nil if there was nothing to fold.
    var end: SeenEnd?
}

extension Rebuilder {
    /// Brings the read models up to the end that the log has at the start of the call; later events
    /// are left to the sessions that append them.
    ///
    /// Each window of the log is folded and written, with the checkpoint, in one transaction, so
    /// concurrent calls do no harm. A projection whose fold fails stops there; the others go on.
    ///
    /// - Parameters:
    ///   - projections: Which ones.
    ///   - worthRebuilding: How many events must be missing, and be the larger part of the log, for
    ///     the projections to be rebuilt instead.
    ///   - progress: Receives the progress of a rebuild.
    /// - Returns: What could not be brought up to date.
    /// - Throws: An error if the log is not the one that the read models were made from, for an
    ///   event that cannot be read, and any error of the server.
    @discardableResult
    package func catchUp(
        _ projections: [Projection] = Projection.all, worthRebuilding: Int64 = 20_000,
        progress: ProgressLog = ProgressLog(unit: "events")
    ) async throws -> CatchUp {
        let state = try await begin(projections)
        let lacking = projections.filter { state.lacksMost($0, atLeast: worthRebuilding) }
        guard !lacking.isEmpty else {
            return try await advance(projections, from: state)
        }
        try await projector.require(lacking, state)
        var caughtUp = try await rebuildNow(lacking, progress)
        let others = projections.filter { other in !lacking.contains { $0.name == other.name } }
        guard !others.isEmpty else { return caughtUp }
        let rest = try await catchUp(others, worthRebuilding: worthRebuilding)
        caughtUp.failures.merge(rest.failures) { first, _ in first }
        caughtUp.foreign += rest.foreign
        return caughtUp
    }

    /// Brings projections to the head of a state; another session may do part of the work.
    private func advance(
        _ projections: [Projection], from state: ReadModelState
    ) async throws -> CatchUp {
        var caughtUp = CatchUp()
        caughtUp.foreign = projections.filter(state.isForeign).map(\.name)
        var state = state
        while true {
            let behind = state.behind(projections.filter { caughtUp.failures[$0.name] == nil })
            guard let first = behind.map(\.checkpoint.position).min() else {
                // They may be as far as the log, or further, and made from another log.
                if caughtUp.end == nil { try await projector.require(projections, state) }
                return caughtUp
            }
            let step = behind.filter { $0.checkpoint.position == first }
            let done = try await projector.advance(step, through: state.head)
            caughtUp.failures.merge(done.failures) { $1 }
            caughtUp.end = done.end
            try await integrate(from: first, to: done.end?.position ?? first)
            if done.end?.position == state.head, done.settles(behind) { return caughtUp }
            // There is more to fold, or another session took part.
            state = ReadModelState(head: state.head, live: try await readModels.state().live)
        }
    }

    /// Stores the roots of the subtrees that were completed between two positions, if there are any.
    private func integrate(from start: Int64, to end: Int64) async throws {
        guard start >> Int64(Subtree.levels) != end >> Int64(Subtree.levels) else { return }
        try await LogTree(log: log).integrate()
    }

    /// Rebuilds projections and removes the rows that they replace.
    private func rebuildNow(
        _ projections: [Projection], _ progress: ProgressLog
    ) async throws -> CatchUp {
        // Until then readers fold most of the log themselves: the sooner this ends, the better.
        let workers = Int64(ProcessInfo.processInfo.activeProcessorCount)
        let failures = try await replace(
            RebuildPlan(projections, workers: workers), progress: progress)
        try await readModels.clear()
        try await LogTree(log: log).integrate()
        return CatchUp(failures: failures)
    }

    /// Creates the projections that have no rows yet; returns the state after that.
    private func begin(_ projections: [Projection]) async throws -> ReadModelState {
        let state = try await readModels.state()
        let missing = projections.filter { state.live[$0.name] == nil }
        guard !missing.isEmpty else { return state }
        try await readModels.begin(missing)
        return try await readModels.state()
    }
}

extension Rebuilder {
    /// Updates the read models after an append, which is valid regardless of the outcome: readers
    /// fold what is missing.
    ///
    /// - Returns: A remark for the user; nil if there is none.
    func catchUpRemark(_ progress: ProgressLog = ProgressLog(unit: "events")) async -> String? {
        do {
            let caughtUp = try await catchUp(progress: progress)
            if let end = caughtUp.end {
                watch?.noteAppended(end)
            } else {
                try await watch?.note(log)
            }
            return caughtUp.remark
        } catch {
            // The next append tries again by itself.
            let error = CaseworkError(error)
            let remedy = error.code == .tryAgain || error.hint.isEmpty ? "" : "; \(error.hint)"
            return "the read models are not up to date: \(error.problem)\(remedy)"
        }
    }
}

extension CatchUp {
    /// A remark for the user; nil if there is none.
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

extension Projector.Step {
    /// Whether all these projections were moved or stopped.
    fileprivate func settles(_ behind: [Projector.Lagging]) -> Bool {
        behind.allSatisfy {
            moved.contains($0.projection.name) || failures[$0.projection.name] != nil
        }
    }
}

extension ReadModelState {
    /// The projections that lag behind the head, of those that this program can move.
    fileprivate func behind(_ projections: [Projection]) -> [Projector.Lagging] {
        projections.compactMap { projection in
            guard let checkpoint = live[projection.name], !isForeign(projection),
                checkpoint.position < head
            else { return nil }
            return (projection, checkpoint)
        }
    }

    /// Whether the rows of a projection were made by another version of its fold.
    fileprivate func isForeign(_ projection: Projection) -> Bool {
        live[projection.name].map { $0.version != projection.version } ?? false
    }

    /// Whether a projection lacks more than a given number of events, and the larger part of the
    /// log: then a rebuild costs less than folding each stream once for every window that it
    /// appears in.
    fileprivate func lacksMost(_ projection: Projection, atLeast least: Int64) -> Bool {
        guard let live = live[projection.name], !isForeign(projection) else { return false }
        let lag = head - live.position
        return lag > least && lag > head / 2
    }
}
