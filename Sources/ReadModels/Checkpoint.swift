import Postgres

/// The checkpoint of one generation of a projection.
package struct Checkpoint: Hashable, Sendable {
    /// The projection's name.
    package let name: String
    /// The generation of its rows.
    package let generation: Int64
    /// The version of the fold that made them.
    package let version: Int64
    /// The last position of the log that the rows reflect; 0 for an empty log.
    package let position: Int64
    /// The leaf of the event there; nil at 0.
    package let leaf: [UInt8]?
    /// Where and why the fold stopped; nil if it did not.
    package let failure: Failure?

    /// Why a projection stopped.
    package struct Failure: Hashable, Sendable {
        /// The event's place in the log.
        package let position: Int64
        /// What is wrong, without any content of the event.
        package let reason: String

        /// Creates a failure.
        package init(position: Int64, reason: String) {
            self.position = position
            self.reason = reason
        }
    }
}

extension Checkpoint {
    /// Interpolates the list of a checkpoint's columns into a statement.
    struct Columns {}

    /// The columns in the order in which a row is read.
    static var columns: Columns { Columns() }

    /// Reads one row of `\(Checkpoint.columns, of:)`; nil if an outer join found none.
    init?(orNull row: inout Row) throws {
        let name: String? = try row.next()
        let numbers = (
            generation: try row.next(Int64?.self), version: try row.next(Int64?.self),
            position: try row.next(Int64?.self)
        )
        leaf = try row.next()
        let failedAt: Int64? = try row.next()
        let reason: String? = try row.next()
        guard let name, let generation = numbers.generation, let version = numbers.version,
            let position = numbers.position
        else { return nil }
        (self.name, self.generation, self.version) = (name, generation, version)
        self.position = position
        failure = failedAt.map { Failure(position: $0, reason: reason ?? "") }
    }
}

extension Statement.StringInterpolation {
    /// Appends the columns of `projection`, of the table called `alias`.
    mutating func appendInterpolation(_: Checkpoint.Columns, of alias: String) {
        for (index, name) in Checkpoint.columnNames.enumerated() {
            if index > 0 { appendLiteral(", ") }
            appendInterpolation(identifier: alias)
            appendLiteral(".")
            appendInterpolation(identifier: name)
        }
    }
}

extension Checkpoint {
    fileprivate static let columnNames = [
        "name", "generation", "version", "position", "leaf", "failed_at", "failure",
    ]
}

/// The state of the log and of its live projections, in one snapshot.
package struct ReadModelState: Hashable, Sendable {
    /// The last position of the log.
    package let head: Int64
    /// The live generation of each projection that has one, by name.
    package let live: [String: Checkpoint]

    /// Creates a state of the log and its projections.
    package init(head: Int64, live: [String: Checkpoint]) {
        self.head = head
        self.live = live
    }
}
