import Postgres

/// The stored root of a complete subtree of the log's tree.
package struct StoredSubtree: Hashable, Sendable {
    /// The number of levels above its leaves, a multiple of 8.
    package let height: Int
    /// How many subtrees of this height stand before it.
    package let number: Int64
    /// The root, 32 bytes.
    package let root: [UInt8]

    /// The root of a subtree.
    package init(height: Int, number: Int64, root: [UInt8]) {
        (self.height, self.number, self.root) = (height, number, root)
    }
}

extension EventLog {
    /// The stored roots of some subtrees, given as height and number; what is not stored is left out.
    package func subtrees(
        _ subtrees: [(height: Int, number: Int64)]
    ) async throws(EventLogError) -> [StoredSubtree] {
        let (heights, numbers) = (subtrees.map { Int64($0.height) }, subtrees.map(\.number))
        return try await rows(
            """
            SELECT s.height::bigint, s.number, s.root
            FROM unnest(\(heights), \(numbers)) w (height, number)
            JOIN \(workspace).subtree s ON s.height = w.height AND s.number = w.number
            """
        ) { row in try row.nextSubtree() }
    }

    /// Every stored root, lowest subtrees first.
    package func allSubtrees() async throws(EventLogError) -> [StoredSubtree] {
        try await rows(
            """
            SELECT height::bigint, number, root FROM \(workspace).subtree ORDER BY height, number
            """
        ) { row in try row.nextSubtree() }
    }

    /// How many subtrees of a height are stored, from the first one on.
    package func subtreeCount(height: Int) async throws(EventLogError) -> Int64 {
        let counts = try await rows(
            """
            SELECT coalesce(max(number) + 1, 0) FROM \(workspace).subtree
            WHERE height = \(Int64(height))
            """
        ) { row in try row.next(Int64.self) }
        return counts.first ?? 0
    }

    /// Stores the roots of subtrees; one that another session has stored meanwhile stays.
    package func add(_ subtrees: [StoredSubtree]) async throws(EventLogError) {
        _ = try await rows(
            """
            INSERT INTO \(workspace).subtree (height, number, root)
            SELECT * FROM unnest(\(subtrees.map { Int64($0.height) }), \(subtrees.map(\.number)),
                \(subtrees.map(\.root)))
            ON CONFLICT DO NOTHING RETURNING number
            """
        ) { row in try row.next(Int64.self) }
    }

    /// Removes all stored roots, which can be computed from the leaves.
    package func removeSubtrees() async throws(EventLogError) {
        _ = try await rows("DELETE FROM \(workspace).subtree RETURNING number") { row in
            try row.next(Int64.self)
        }
    }
}

extension Row {
    fileprivate mutating func nextSubtree() throws -> StoredSubtree {
        StoredSubtree(height: Int(try next(Int64.self)), number: try next(), root: try next())
    }
}
