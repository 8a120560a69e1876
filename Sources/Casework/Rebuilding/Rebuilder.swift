import CaseModel
import EventLog
package import Projections
package import ReadModels

/// The parameters of a rebuild.
package struct RebuildPlan: Sendable {
    /// Which projections.
    package var projections: [Projection]
    /// How many workers read the log concurrently, each a share of the streams by hash; at least 1.
    package var workers: Int64
    /// The maximum number of events that a worker holds at a time, except for a longer stream.
    package var window: Int64

    /// The default of `window`.
    package static let window: Int64 = 2_000

    /// Creates a plan.
    package init(
        _ projections: [Projection] = Projection.all, workers: Int64 = 2,
        window: Int64 = RebuildPlan.window
    ) {
        self.projections = projections
        self.workers = workers
        self.window = window
    }
}

/// Updates and rebuilds the read models of one workspace, and checks them against the log.
package struct Rebuilder: Sendable {
    /// The log that is folded.
    let log: EventLog
    /// Remembers the end of the log after an append; nil if it is not remembered.
    var watch: LogWatch?

    /// Folds the log and writes the rows.
    var projector: Projector { Projector(log: log) }

    /// The read models beside the log.
    package var readModels: ReadModels { projector.readModels }
}

extension Rebuilder {
    /// Rebuilds projections beside the live ones, from the whole log, and swaps them in once they
    /// have caught up.
    ///
    /// An unfinished rebuild of the same projections is resumed. Readers see the old rows until all
    /// new ones are complete. A projection whose fold fails keeps its old rows, and the others go
    /// on.
    ///
    /// - Parameters:
    ///   - plan: Which projections, and with how many workers.
    ///   - progress: Receives the progress.
    /// - Returns: What was built.
    /// - Throws: An error for an event that cannot be read, and any error of the server; the old
    ///   rows are then kept.
    package func rebuild(
        _ plan: RebuildPlan, progress: ProgressLog
    ) async throws -> Rebuilt {
        let clock = Stopwatch()
        let failures = try await replace(plan, progress: progress)
        // Replaced rows are removed while the new rows are being built.
        let other = try await projector.another()
        async let cleared: Void = other.readModels.clear()
        let rebuilt = try await rebuilt(plan.projections, failures: failures, seconds: clock)
        try await cleared
        try await LogTree(log: log).renew()
        return rebuilt
    }

    /// Rebuilds projections beside the live ones and swaps them in; the old rows are left for
    /// `clear` to remove.
    ///
    /// - Returns: Where projections stopped, by name.
    func replace(
        _ plan: RebuildPlan, progress: ProgressLog
    ) async throws -> [String: Checkpoint.Failure] {
        let building = try await building(plan)
        let failures = try await fill(building, plan, progress)
        let good = plan.projections.filter { failures[$0.name] == nil }
        let further = try await finish(building, good, progress)
        let all = failures.merging(further) { first, _ in first }
        let sound = good.filter { all[$0.name] == nil }
        if !sound.isEmpty, try await !readModels.swap(sound, to: building.generation) {
            throw CaseworkError.overtaken
        }
        return all
    }

    /// The generation to fill: an unfinished one, else a new one beside the live ones.
    private func building(_ plan: RebuildPlan) async throws -> Building {
        let projections = plan.projections.sorted { $0.name < $1.name }
        let head = try await CaseReader(log: log).head()
        if let left = try await readModels.unfinished(projections, workers: plan.workers),
            left.target <= head
        {
            return left
        }
        try await readModels.clear()
        let building = try await readModels.build(
            projections, workers: plan.workers, through: head,
            leaf: head > 0 ? try await log.leaf(at: head) : nil)
        guard let building else { throw CaseworkError.overtaken }
        return building
    }

    /// Runs all workers, each on its share of the log.
    private func fill(
        _ building: Building, _ plan: RebuildPlan, _ progress: ProgressLog
    ) async throws -> [String: Checkpoint.Failure] {
        progress.begin(
            building.target, already: building.shares.reduce(0) { $0 + $1.events })
        let workers = building.shares.map { share in
            RebuildWorker(
                projector: projector, building: building, plan: plan, progress: progress,
                start: share)
        }
        return try await together(workers)
    }

    /// Marks the generation as complete, and catches up with the events recorded meanwhile.
    private func finish(
        _ building: Building, _ projections: [Projection], _ progress: ProgressLog
    ) async throws -> [String: Checkpoint.Failure] {
        let target = building.target
        var checkpoints = try await readModels.finish(
            building, leaf: target > 0 ? try await log.leaf(at: target) : nil)
        var failures: [String: Checkpoint.Failure] = [:]
        // Events may be appended faster than they are folded here: readers fold the rest, and the
        // next append adds it.
        for _ in 0..<Rebuilder.catchingUps {
            try await catchUp(
                building, &checkpoints, projections, through: try await log.head(), &failures)
        }
        return failures
    }

    /// How many times a rebuild catches up with new events before it is swapped in.
    private static let catchingUps = 3

    /// Brings the projections of a generation to a position, window by window.
    private func catchUp(
        _ building: Building, _ checkpoints: inout [Checkpoint], _ projections: [Projection],
        through target: Int64, _ failures: inout [String: Checkpoint.Failure]
    ) async throws {
        while true {
            let step = checkpoints.compactMap { checkpoint in
                projections.first { $0.name == checkpoint.name && failures[$0.name] == nil }
                    .map { ($0, checkpoint) }
            }.filter { $0.1.position < target }
            guard !step.isEmpty else { return }
            failures.merge(try await projector.advance(step, through: target).failures) { $1 }
            checkpoints = try await readModels.finish(building, leaf: nil)
        }
    }
}
