package import CanonicalJSON
import CaseModel
import EventLog
import Postgres
import Projections
package import ReadModels

/// `cases.rebuild/1`: the result of a rebuild or of a check.
package struct Rebuilt: Answer, Sendable {
    /// One projection.
    package struct Line: Sendable {
        /// Its name.
        package let name: String
        /// The version of its fold.
        package let version: Int64
        /// How many rows the fold of the log yields.
        package let rows: Int64
        /// Their digest.
        package let digest: String
        /// Where and why its fold stopped; nil if it did not.
        package let failure: Checkpoint.Failure?
        /// The first rows in which the stored rows differ from the fold of the log.
        package let differences: [RowDifference]
        /// How many there are in all.
        package let differenceCount: Int64
        /// The digest in the lock file; nil if none was compared.
        package let locked: String?

        /// Whether the stored rows equal the fold of the log, and the digest in the lock file.
        package var holds: Bool {
            failure == nil && differenceCount == 0 && (locked ?? digest) == digest
        }
    }

    /// The projections, in the order of their names.
    package let projections: [Line]
    /// The last position of the log that was read.
    package let head: Int64
    /// How long it took.
    package let milliseconds: Int64
    /// How many events were read per second.
    package var rate: Int64 { head * 1000 / max(1, milliseconds) }

    /// Whether all projections are correct.
    package var holds: Bool { projections.allSatisfy(\.holds) }

    /// The answer as JSON, as documented.
    package var json: JSONValue {
        [
            "schema": "cases.rebuild/1", "head": .integer(head), "ok": .bool(holds),
            "projections": .array(projections.map(json)),
        ]
    }

    private func json(_ line: Line) -> JSONValue {
        var members: JSONObject = [
            "name": .string(line.name), "version": .integer(line.version),
            "rows": .integer(line.rows), "digest": .string(line.digest),
            "seconds": .integer((milliseconds + 999) / 1000),
            "events_per_second": .integer(rate),
            "differences": .array(line.differences.map(\.json)),
        ]
        if line.differenceCount > Int64(line.differences.count) {
            members["further_differences"] =
                .integer(line.differenceCount - Int64(line.differences.count))
        }
        if let failure = line.failure {
            members["failed_at"] = .integer(failure.position)
            members["failure"] = .string(failure.reason)
        }
        if let locked = line.locked { members["locked"] = .string(locked) }
        return .object(members)
    }
}

extension Rebuilder {
    /// The current state of projections, for the answer of a rebuild.
    func rebuilt(
        _ projections: [Projection], failures: [String: Checkpoint.Failure], seconds: Stopwatch
    ) async throws -> Rebuilt {
        let milliseconds = seconds.milliseconds
        let projections = projections.sorted { $0.name < $1.name }
        let (state, digests) = try await readModels.digests(of: projections)
        let lines = zip(projections, digests).map { projection, digest in
            let live = state.live[projection.name]
            return Rebuilt.Line(
                name: projection.name, version: live?.version ?? projection.version,
                rows: digest.rows, digest: digest.text,
                failure: failures[projection.name] ?? live?.failure, differences: [],
                differenceCount: 0, locked: nil)
        }
        return Rebuilt(projections: lines, head: state.head, milliseconds: milliseconds)
    }
}

extension Rebuilder {
    /// Reads and folds the whole log as a rebuild would, and writes nothing.
    ///
    /// - Returns: What a rebuild would build.
    /// - Throws: An error for an event that cannot be read.
    package func tryRebuild(
        _ plan: RebuildPlan, progress: ProgressLog
    ) async throws -> Rebuilt {
        let clock = Stopwatch()
        let head = try await CaseReader(log: log).head()
        progress.begin(head)
        var digests = plan.projections.map { _ in RowDigest() }
        var failures: [String: Checkpoint.Failure] = [:]
        try await projector.forEachWindow(plan.projections, limit: plan.window, through: head) {
            window in
            for (index, rows) in window.rows.enumerated() {
                for row in rows { digests[index].take(row) }
            }
            failures.merge(window.failures) { first, _ in first }
            progress.advance(by: window.done)
        }
        let lines = zip(plan.projections, digests).map { projection, digest in
            Rebuilt.Line(
                name: projection.name, version: projection.version, rows: digest.rows,
                digest: digest.text, failure: failures[projection.name], differences: [],
                differenceCount: 0, locked: nil)
        }
        return Rebuilt(
            projections: lines.sorted { $0.name < $1.name }, head: head,
            milliseconds: clock.milliseconds)
    }
}
