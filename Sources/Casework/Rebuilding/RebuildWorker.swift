import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// One of the workers of a rebuild: reads its streams window by window, and writes their rows.
struct RebuildWorker: Sendable {
    let projector: Projector
    let building: Building
    let plan: RebuildPlan
    let progress: ProgressLog
    let start: Building.ShareState

    /// Works until its streams are done.
    ///
    /// One window after the other: a worker keeps one processor busy, here or in the server, and
    /// leaves the others to readers.
    ///
    /// - Returns: Where projections stopped, by name.
    func work() async throws -> [String: Checkpoint.Failure] {
        let own = try await projector.another()
        var (state, failures) = (start, [String: Checkpoint.Failure]())
        while let window = try await window(after: state, in: own, without: failures) {
            for (name, failure) in window.failures where failures[name] == nil {
                failures[name] = failure
                progress.fail(name, failure)
                // Before the window: a rebuild that resumes this one would not read the event
                // again.
                try await own.readModels.fail(name, building.generation, failure)
            }
            let next = state.behind(window)
            if try await write(window, from: state, to: next, by: own) {
                progress.advance(by: window.done)
                state = next
            } else {
                state = try await current(own)
            }
        }
        return failures
    }

    /// The next complete streams; nil if there are none.
    private func window(
        after state: Building.ShareState, in own: Projector,
        without failures: [String: Checkpoint.Failure]
    ) async throws -> WindowFold? {
        let projections = plan.projections.filter { failures[$0.name] == nil }
        let window = try await own.window(
            projections, after: state.stream, limit: plan.window, share: state.share,
            through: building.target)
        return window.last == nil ? nil : window
    }

    private func write(
        _ window: WindowFold, from old: Building.ShareState, to new: Building.ShareState,
        by writer: Projector
    ) async throws -> Bool {
        let rows = Array(zip(window.projections, window.rows))
        return try await writer.readModels.write(
            rows, to: building.generation, from: old, to: new)
    }

    /// How far this share is, after another rebuild of the same generation has written the window.
    ///
    /// Both go on from there: if each gave up where the other was faster, neither would be left.
    ///
    /// - Throws: An error if the generation is gone.
    private func current(_ own: Projector) async throws -> Building.ShareState {
        let current = try await own.readModels.building(building.generation)?.shares
            .first { $0.share == start.share }
        guard let current else { throw CaseworkError.overtaken }
        return current
    }
}

extension Building.ShareState {
    /// The worker's progress after a window.
    fileprivate func behind(_ window: WindowFold) -> Building.ShareState {
        Building.ShareState(
            share: share, stream: window.last ?? stream, events: events + window.done)
    }
}

/// Runs workers concurrently; the first error of any stops all.
func together(
    _ workers: [RebuildWorker]
) async throws -> [String: Checkpoint.Failure] {
    try await withThrowingTaskGroup { group in
        for worker in workers {
            group.addTask { try await worker.work() }
        }
        return try await group.reduce(into: [:]) { failures, further in
            failures.merge(further) { $0.position <= $1.position ? $0 : $1 }
        }
    }
}

extension CaseworkError {
    /// The error of a rebuild whose generation was removed or taken over.
    static let overtaken = CaseworkError(
        .tryAgain, "another rebuild is at work, and has taken this one's place",
        hint: "wait until it has ended; run this one again if that one failed, "
            + "or built other read models")
}
