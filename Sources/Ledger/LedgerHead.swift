/// The head of the log as its table holds it, whatever has become of it there.
public struct LedgerHead: Sendable {
    /// How many rows the table has.
    public var rows: Int64
    /// The position that it names.
    public var position: Int64
    /// Its time, in the form of `EventHeader.recordedAt`; nil where it is infinite.
    public var recordedAt: String?

    /// A head with these columns.
    public init(rows: Int64 = 1, position: Int64, recordedAt: String?) {
        self.rows = rows
        self.position = position
        self.recordedAt = recordedAt
    }

    /// What is wrong with it, given where the stored events end.
    ///
    /// Its time may be later than that of the last event: a replay moves it and records nothing.
    func problems(lastPosition: Int64, lastRecordedAt: String) -> [Problem.Kind] {
        guard rows > 0 else { return [.headRows(rows)] }
        var problems: [Problem.Kind] = rows == 1 ? [] : [.headRows(rows)]
        if position != lastPosition { problems.append(.head(position)) }
        if let recordedAt {
            if recordedAt.utf8.lexicographicallyPrecedes(lastRecordedAt.utf8) {
                problems.append(.headEarlier)
            }
        } else if lastPosition > 0 {
            problems.append(.headInfinite)
        }
        return problems
    }
}
