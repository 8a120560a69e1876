import CaseModel
import EventLog
import Postgres
package import Projections
import ReadModels

extension Rebuilder {
    /// Folds projections again, in memory and stream by stream, and compares them row by row with
    /// the stored rows.
    ///
    /// Log and rows are read in one snapshot, regardless of concurrent appends.
    ///
    /// - Parameters:
    ///   - projections: Which ones.
    ///   - lock: The expected digests of the folded rows; nil compares with none.
    ///   - window: How many events are held at a time, except for a longer stream.
    ///   - progress: Receives the progress.
    /// - Returns: For each projection, the rows that differ.
    /// - Throws: An error for a projection that was never built, for an event that cannot be read,
    ///   and any error of the server.
    package func check(
        _ projections: [Projection] = Projection.all, lock: LockFile? = nil,
        window: Int64 = RebuildPlan.window, progress: ProgressLog
    ) async throws -> Rebuilt {
        let clock = Stopwatch()
        let state = try await readModels.state()
        for projection in projections {
            _ = try RebuildCheck.comparable(state.live[projection.name], projection)
        }
        try await projector.require(projections, state)
        let connection = try await log.connection()
        let (readModels, workspace) = (readModels, log.workspace)
        let found = try await connection.transaction { connection in
            try RebuildCheck(
                projections: projections, readModels: readModels, workspace: workspace,
                window: window, progress: progress
            ).run(on: connection)
        }
        return found.answer(lock: lock, milliseconds: clock.milliseconds)
    }
}

/// A check in one transaction, with one snapshot.
struct RebuildCheck: Sendable {
    let projections: [Projection]
    let readModels: ReadModels
    let workspace: Workspace
    let window: Int64
    let progress: ProgressLog

    /// What was found.
    struct Findings: Sendable {
        var head: Int64 = 0
        var comparisons: [(RowComparison, Checkpoint)] = []
        var failures: [String: Checkpoint.Failure] = [:]
    }

    /// The checkpoint of a projection that this program could have made.
    static func comparable(
        _ checkpoint: Checkpoint?, _ projection: Projection
    ) throws -> Checkpoint {
        guard let checkpoint, checkpoint.version == projection.version else {
            throw CaseworkError(
                .notFound, "the read model \(projection.name) is not there, or of another version",
                hint: "cases rebuild \(projection.name)")
        }
        return checkpoint
    }

    func run(on connection: isolated Connection) throws -> Findings {
        try connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        let state = try readModels.state(on: connection)
        var findings = Findings(head: state.head)
        progress.begin(state.head)
        let known = try projections.map { projection in
            (projection, try RebuildCheck.comparable(state.live[projection.name], projection))
        }
        // Usually all are at the same position; a stopped one is behind.
        for position in Set(known.map(\.1.position)).sorted() {
            let group = known.filter { $0.1.position == position }
            try compare(group, through: position, into: &findings, on: connection)
        }
        return findings
    }

    private func compare(
        _ group: [(Projection, Checkpoint)], through position: Int64,
        into findings: inout Findings, on connection: isolated Connection
    ) throws {
        var comparisons = group.map { RowComparison($0.0) }
        var stream: String? = ""
        while let after = stream {
            let fold = try WindowFold.next(
                group.map(\.0), after: after, limit: window, share: StreamShare(),
                through: position, of: workspace, on: connection)
            findings.failures.merge(fold.failures) { first, _ in first }
            stream = fold.isLast ? nil : fold.last
            for (index, (projection, checkpoint)) in group.enumerated() {
                let kept = try kept(
                    projection, checkpoint, after: after, through: stream, on: connection)
                comparisons[index].compare(
                    kept: kept, made: fold.rows[index], last: fold.lastEvents)
            }
            progress.advance(by: fold.done)
        }
        findings.comparisons += zip(comparisons, group.map(\.1))
    }

    private func kept(
        _ projection: Projection, _ checkpoint: Checkpoint, after first: String,
        through last: String?, on connection: isolated Connection
    ) throws -> [ProjectedRow] {
        do {
            return try readModels.rows(
                of: projection, checkpoint.generation, after: first, through: last, on: connection)
        } catch {
            throw CaseworkError(error)
        }
    }
}

extension RebuildCheck.Findings {
    fileprivate func answer(lock: LockFile?, milliseconds: Int64) -> Rebuilt {
        let lines = comparisons.map { comparison, checkpoint in
            let name = comparison.projection.name
            return Rebuilt.Line(
                name: name, version: checkpoint.version, rows: comparison.made.rows,
                digest: comparison.made.text,
                failure: failures[name] ?? checkpoint.failure,
                differences: comparison.differences, differenceCount: comparison.count,
                locked: lock.map { $0.digest(of: name, checkpoint.version) })
        }
        return Rebuilt(
            projections: lines.sorted { $0.name < $1.name }, head: head, milliseconds: milliseconds)
    }
}

extension Rebuilder {
    /// Whether the server accepts writes: a standby is read-only.
    package var takesWrites: Bool {
        get async throws {
            try await log.takesWrites()
        }
    }
}
