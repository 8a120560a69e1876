import CaseModel
import EventLog
import Projections
import ReadModels

extension CaseRecord {
    /// The rows of a projection as the whole log makes them now, in the order of their keys.
    ///
    /// What is kept is read; what was recorded since is folded here, and nothing is written. Where
    /// nothing is kept that this program could have made, the whole log is folded.
    func kept(
        _ projection: Projection, _ selection: Selection = .all
    ) async throws(CaseworkError) -> [ProjectedRow] {
        let snapshot = try await asking { () async throws(EventLogError) in
            try await readModels.snapshot(of: projection, selection)
        }
        guard let checkpoint = snapshot.checkpoint else {
            return try await folded(projection).selected(by: selection, of: projection)
        }
        guard checkpoint.position < snapshot.head else { return snapshot.rows }
        let fresh = try await fold(checkpoint.position + 1...snapshot.head, [projection])
        try CaseRecord.require(fresh.failures)
        let touched = Set(fresh.streams.map(\.text))
        let rows = snapshot.rows.filter { !touched.contains($0.stream) }
        let new = fresh.rows.flatMap(\.self).selected(by: selection, of: projection)
        return (rows + new).sorted { $0.precedes($1, by: projection.keyLength) }
    }

    /// The rows of a projection, folded from the whole log, a window of streams at a time.
    private func folded(_ projection: Projection) async throws(CaseworkError) -> [ProjectedRow] {
        let head = try await head()
        var rows: [ProjectedRow] = []
        var failures: [String: Checkpoint.Failure] = [:]
        try await forEachWindow([projection], through: head) { window in
            rows += window.rows.joined()
            failures.merge(window.failures) { first, _ in first }
        }
        try CaseRecord.require(failures)
        return rows
    }

    static func require(
        _ failures: [String: Checkpoint.Failure]
    ) throws(CaseworkError) {
        guard let (name, failure) = failures.min(by: { $0.key < $1.key }) else { return }
        throw CaseworkError(
            .internal,
            "the read model \(name) stopped at event \(failure.position): \(failure.reason)",
            hint: "report it; cases projections shows which others stand")
    }
}

extension [ProjectedRow] {
    /// The rows of a projection that are asked for.
    fileprivate func selected(by selection: Selection, of projection: Projection) -> Self {
        guard case .column(let name, let values) = selection else { return self }
        let wanted = Set(values)
        return filter { $0.text(name, of: projection).map(wanted.contains) ?? false }
    }
}

extension ProjectedRow {
    /// The value in a column; nil where the projection has no such column.
    func cell(_ name: String, of projection: Projection) -> Cell? {
        zip(projection.columns, cells).first { $0.0.name == name }?.1
    }

    /// The text in a column; nil where there is none.
    func text(_ name: String, of projection: Projection) -> String? {
        if case .text(let text)? = cell(name, of: projection) { text } else { nil }
    }
}
