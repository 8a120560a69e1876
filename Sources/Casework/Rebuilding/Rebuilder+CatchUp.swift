import CaseModel
import EventLog
import Foundation
package import Projections
package import ReadModels

/// What was done to bring the read models up to date.
package struct CatchUp: Sendable {
    /// Where projections stopped, by name.
    package var failures: [String: Checkpoint.Failure] = [:]
    /// The projections that another version of this program made; only a rebuild replaces those.
    package var foreign: [String] = []
}

extension Rebuilder {
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
    package func catchUp(
        _ projections: [Projection] = Projection.all, worthRebuilding: Int64 = 20_000,
        journal: Journal = Journal { _ in }
    ) async throws -> CatchUp {
        try await begin(projections)
        let lacking = try await lackMost(of: worthRebuilding, projections)
        if !lacking.isEmpty {
            try await projector.require(lacking, try await projector.standing())
            var caughtUp = try await makeAnew(lacking, journal)
            let others = projections.filter { other in
                !lacking.contains { $0.name == other.name }
            }
            guard !others.isEmpty else { return caughtUp }
            let rest = try await catchUp(others, worthRebuilding: worthRebuilding)
            caughtUp.failures.merge(rest.failures) { first, _ in first }
            caughtUp.foreign += rest.foreign
            return caughtUp
        }
        return try await advance(projections, through: try await projector.standing().head)
    }

    /// Brings projections to a position; another session may do part of it.
    private func advance(
        _ projections: [Projection], through target: Int64
    ) async throws -> CatchUp {
        var caughtUp = CatchUp()
        var hasMoved = false
        while true {
            let standing = try await projector.standing()
            var behind: [(Projection, Checkpoint)] = []
            for projection in projections where caughtUp.failures[projection.name] == nil {
                guard let checkpoint = standing.live[projection.name] else { continue }
                if checkpoint.version != projection.version {
                    if !caughtUp.foreign.contains(projection.name) {
                        caughtUp.foreign.append(projection.name)
                    }
                } else if checkpoint.position < target {
                    behind.append((projection, checkpoint))
                }
            }
            guard let first = behind.map(\.1.position).min() else {
                // They may be as long as the log, or longer, and of another one.
                if !hasMoved { try await projector.require(projections, standing) }
                return caughtUp
            }
            hasMoved = true
            let step = behind.filter { $0.1.position == first }
            caughtUp.failures.merge(try await projector.advance(step, through: target)) { $1 }
        }
    }

    /// The projections that lack more than so many events, and the larger part of the log: it
    /// costs less to rebuild them than to fold each stream as often as it was written to.
    private func lackMost(
        of least: Int64, _ projections: [Projection]
    ) async throws -> [Projection] {
        let standing = try await projector.standing()
        return projections.filter { projection in
            guard let live = standing.live[projection.name], live.version == projection.version
            else { return false }
            let lag = standing.head - live.position
            return lag > least && lag > standing.head / 2
        }
    }

    private func makeAnew(
        _ projections: [Projection], _ journal: Journal
    ) async throws -> CatchUp {
        // Whoever reads meanwhile folds most of the log anyway: the sooner this ends, the better.
        let workers = Int64(ProcessInfo.processInfo.activeProcessorCount)
        let failures = try await replace(
            RebuildPlan(projections, workers: workers), journal: journal)
        try await readModels.clear()
        return CatchUp(failures: failures)
    }

    private func begin(_ projections: [Projection]) async throws {
        let live = try await projector.standing().live
        let missing = projections.filter { live[$0.name] == nil }
        guard !missing.isEmpty else { return }
        try await readModels.begin(missing)
    }
}

extension Rebuilder {
    /// Keeps the read models after an append, which stands whatever becomes of them: readers fold
    /// what they lack.
    ///
    /// - Returns: what people should know; nil where nothing is to be said.
    func catchUpRemark(_ journal: Journal = Journal { _ in }) async -> String? {
        do {
            try await watch?.note(log)
            return try await catchUp(journal: journal).remark
        } catch {
            // The next append tries again by itself.
            let error = CaseworkError(error)
            let remedy = error.code == .tryAgain || error.hint.isEmpty ? "" : "; \(error.hint)"
            return "the read models are not up to date: \(error.problem)\(remedy)"
        }
    }
}

extension CatchUp {
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
