import CaseModel
import EventLog

extension CaseRecord {
    /// A snapshot of the record: the same record, read up to one position of its log, and that
    /// position.
    ///
    /// An answer takes several statements, and other programs append in between. The log is
    /// append-only and its positions have no gaps, so all that is needed is to read no further
    /// than the head that was seen first. That takes no transaction: it holds across a lost
    /// session, on a standby, and behind a pooler.
    package func snapshot() async throws(CaseworkError) -> (record: CaseRecord, position: Int64) {
        if let position { return (self, position) }
        let position = min(try await head(), clocks.knownAt ?? .max)
        let record = CaseRecord(
            log: log, clocks: clocks, position: position, omissions: omissions)
        return (record, position)
    }

    /// The same snapshot of the record as other clocks show it.
    func seen(by clocks: Clocks) -> CaseRecord {
        CaseRecord(log: log, clocks: clocks, position: position, omissions: omissions)
    }

    /// The last position that is read, by the clocks and by the snapshot; nil for the whole log.
    var bound: Int64? {
        guard let position else { return clocks.knownAt }
        return min(position, clocks.knownAt ?? .max)
    }
}
