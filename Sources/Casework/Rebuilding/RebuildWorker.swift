import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

/// One of the workers of a rebuild: reads its streams window by window, and writes what they make.
struct RebuildWorker: Sendable {
    let record: CaseRecord
    let building: Building
    let plan: RebuildPlan
    let journal: Journal
    let progress: Building.Progress

    /// Goes on until its streams end.
    ///
    /// - Returns: where projections stopped, by name.
    func work() async throws(CaseworkError) -> [String: Checkpoint.Failure] {
        let own = try await asking { () async throws(EventLogError) in
            CaseRecord(log: try await record.log.another() ?? record.log)
        }
        var (progress, failures) = (progress, [String: Checkpoint.Failure]())
        while let window = try await window(after: progress, in: own, without: failures) {
            for (name, failure) in window.failures where failures[name] == nil {
                failures[name] = failure
                journal.fail(name, failure)
                // Ahead of the window: who takes up this rebuild would not meet the event again.
                try await asking { () async throws(EventLogError) in
                    try await own.readModels.fail(name, building.generation, failure)
                }
            }
            progress = try await write(window, behind: progress, of: own)
            journal.advance(by: window.done)
        }
        return failures
    }

    /// The next streams, whole; nil where there are none.
    private func window(
        after progress: Building.Progress, in own: CaseRecord,
        without failures: [String: Checkpoint.Failure]
    ) async throws(CaseworkError) -> WindowFold? {
        let projections = plan.projections.filter { failures[$0.name] == nil }
        let window = try await own.window(
            projections, after: progress.stream, limit: plan.window, share: progress.share,
            through: building.target)
        return window.last == nil ? nil : window
    }

    private func write(
        _ window: WindowFold, behind progress: Building.Progress, of own: CaseRecord
    ) async throws(CaseworkError) -> Building.Progress {
        let next = Building.Progress(
            share: progress.share, stream: window.last?.text ?? progress.stream,
            events: progress.events + window.done)
        let rows = Array(zip(window.projections, window.rows))
        let goesOn = try await asking { () async throws(EventLogError) in
            try await own.readModels.write(
                rows, to: building.generation, from: progress, to: next)
        }
        guard goesOn else { throw .overtaken }
        return next
    }
}

/// Lets workers work at once; the first error of any stops all.
func together(
    _ workers: [RebuildWorker]
) async throws(CaseworkError) -> [String: Checkpoint.Failure] {
    let outcome = await withTaskGroup(
        of: Result<[String: Checkpoint.Failure], CaseworkError>.self
    ) { group in
        for worker in workers {
            group.addTask {
                await Result { () async throws(CaseworkError) in try await worker.work() }
            }
        }
        var all: Result<[String: Checkpoint.Failure], CaseworkError> = .success([:])
        for await result in group {
            switch (all, result) {
            case (.success(let sum), .success(let more)):
                all = .success(sum.merging(more) { $0.position <= $1.position ? $0 : $1 })
            case (.success, .failure(let error)):
                all = .failure(error)
                group.cancelAll()
            case (.failure, _): break
            }
        }
        return all
    }
    return try outcome.get()
}

extension CaseworkError {
    /// What a rebuild says whose generation is gone, or is somebody else's by now.
    static let overtaken = CaseworkError(
        .tryAgain, "another rebuild is at work, and has taken this one's place",
        hint: "wait until it has ended; run this one again if that one failed, "
            + "or built other read models")
}

extension Result where Failure == CaseworkError {
    fileprivate init(_ body: () async throws(CaseworkError) -> Success) async {
        do throws(CaseworkError) { self = .success(try await body()) } catch {
            self = .failure(error)
        }
    }
}
