import CaseModel
import EventLog
import Postgres
import Projections
import ReadModels

extension CaseRecord {
    /// Reads and folds the whole log as a rebuild would, and writes nothing.
    ///
    /// - Returns: what it would build.
    /// - Throws: an event that cannot be read.
    package func tryRebuild(
        _ plan: RebuildPlan, journal: Journal
    ) async throws(CaseworkError) -> Rebuilt {
        let clock = Stopwatch()
        let head = try await head()
        journal.begin(head)
        var digests = plan.projections.map { _ in RowDigest() }
        var failures: [String: Checkpoint.Failure] = [:]
        try await forEachWindow(plan.projections, limit: plan.window, through: head) { window in
            for (index, rows) in window.rows.enumerated() {
                for row in rows { digests[index].take(row) }
            }
            failures.merge(window.failures) { first, _ in first }
            journal.advance(by: window.done)
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
