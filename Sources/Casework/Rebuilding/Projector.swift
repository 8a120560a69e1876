import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// Folds the log into the rows of projections, and moves the kept ones on.
struct Projector: Sendable {
    /// The log that is folded.
    let log: EventLog

    /// The read models beside the log.
    var readModels: ReadModels { ReadModels(log) }

    /// The same over a session of its own, where another can be opened.
    func another() async throws -> Projector {
        Projector(log: try await log.another() ?? log)
    }

    /// How far the read models are.
    func standing() async throws -> Standing {
        try await readModels.standing()
    }

    /// Moves projections that stand at one position on by one window.
    ///
    /// - Returns: where those stopped that could not be moved.
    func advance(
        _ step: [(projection: Projection, checkpoint: Checkpoint)], through head: Int64
    ) async throws -> [String: Checkpoint.Failure] {
        guard let from = step.first?.checkpoint else { return [:] }
        try await require(from)
        let end = min(from.position + Int64(CaseReader.window), head)
        let fold = try await fold(from.position + 1...end, step.map(\.projection))
        for (name, failure) in fold.failures {
            guard let checkpoint = step.first(where: { $0.projection.name == name })?.checkpoint
            else { continue }
            try await readModels.fail(name, checkpoint.generation, failure)
        }
        let advances = zip(step, fold.rows).filter { fold.failures[$0.0.projection.name] == nil }
            .map { Advance($0.projection, from: $0.checkpoint, rows: $1) }
        let leaf = try await log.leaf(at: end)
        guard let leaf else { throw EventLogError.gap(position: end) }
        try await readModels.advance(
            advances, of: fold.streams, to: end, leaf: leaf)
        return fold.failures
    }

    /// That the log is still the one that the rows of projections were made of.
    func require(
        _ projections: [Projection], _ standing: Standing
    ) async throws {
        let checkpoints = projections.compactMap { standing.live[$0.name] }
        let ends = Dictionary(checkpoints.map { ($0.leaf, $0) }) { first, _ in first }
        for checkpoint in ends.values.sorted(by: { $0.position < $1.position }) {
            try await require(checkpoint)
        }
    }

    /// That the log is still the one that rows were made of.
    func require(_ checkpoint: Checkpoint) async throws {
        guard checkpoint.position > 0 else { return }
        let leaf = try await log.leaf(at: checkpoint.position)
        guard leaf == checkpoint.leaf else { throw CaseworkError.forked(checkpoint) }
    }
}
