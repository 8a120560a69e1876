import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// Folds the log into the rows of projections, and advances the stored rows.
struct Projector: Sendable {
    /// The log that is folded.
    let log: EventLog

    /// The read models beside the log.
    var readModels: ReadModels { ReadModels(log) }

    /// The same on a session of its own, if another can be opened.
    func another() async throws -> Projector {
        Projector(log: try await log.another() ?? log)
    }

    /// Advances projections that are at the same position by one window.
    func advance(
        _ step: [Lagging], through head: Int64
    ) async throws -> Step {
        guard let from = step.first?.checkpoint else { return Step() }
        let end = min(from.position + Int64(CaseReader.window), head)
        let leaves = try await log.leaves(at: [from.position, end])
        try require(from, leaves)
        guard let leaf = leaves[end] else { throw EventLogError.gap(position: end) }
        let fold = try await fold(from.position + 1...end, step.map(\.projection))
        for (name, failure) in fold.failures {
            guard let checkpoint = step.first(where: { $0.projection.name == name })?.checkpoint
            else { continue }
            try await readModels.fail(name, checkpoint.generation, failure)
        }
        let advances = zip(step, fold.rows).filter { fold.failures[$0.0.projection.name] == nil }
            .map { Advance($0.projection, from: $0.checkpoint, rows: $1) }
        let moved = try await readModels.advance(advances, of: fold.streams, to: end, leaf: leaf)
        return Step(failures: fold.failures, moved: moved, end: SeenEnd(position: end, leaf: leaf))
    }

    /// A projection that lags behind the log, and its checkpoint.
    typealias Lagging = (projection: Projection, checkpoint: Checkpoint)

    /// The result of one step.
    struct Step: Sendable {
        /// Where projections stopped, by name; these could not be moved.
        var failures: [String: Checkpoint.Failure] = [:]
        /// The names of those that were moved.
        var moved: Set<String> = []
        /// The event up to which the log was folded.
        var end: SeenEnd?
    }

    /// Throws unless the log is still the one that the rows of projections were made from.
    func require(_ projections: [Projection], _ state: ReadModelState) async throws {
        let checkpoints = projections.compactMap { state.live[$0.name] }
        guard checkpoints.contains(where: { $0.position > 0 }) else { return }
        let leaves = try await log.leaves(at: Set(checkpoints.map(\.position)))
        for checkpoint in checkpoints.sorted(by: { $0.position < $1.position }) {
            try require(checkpoint, leaves)
        }
    }

    /// Throws unless the log is still the one that the rows were made from.
    private func require(_ checkpoint: Checkpoint, _ leaves: [Int64: [UInt8]]) throws {
        guard checkpoint.position > 0 else { return }
        guard leaves[checkpoint.position] == checkpoint.leaf else {
            throw CaseworkError.forked(checkpoint)
        }
    }
}
