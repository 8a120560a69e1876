import EventLog
package import Ledger

/// The Merkle tree over the events of a log (RFC 9162), from their leaves and the stored roots of
/// subtrees.
///
/// A root that is not stored is computed from the leaves, so that answers never depend on what is
/// stored, only their speed does.
package struct LogTree: Sendable {
    let log: EventLog

    /// The number of events now.
    package func size() async throws -> UInt64 { UInt64(try await log.head()) }

    /// The root over the first `size` events, 32 bytes.
    package func root(of size: UInt64) async throws -> [UInt8] {
        try await roots(over: [0..<size]).first ?? MerkleTree().root
    }

    /// The proof that the leaf at an index stands in the tree over the first `size` events.
    package func inclusion(of index: UInt64, in size: UInt64) async throws -> InclusionProof {
        let ranges = InclusionProof.ranges(of: index, in: size)
        return InclusionProof(index: index, size: size, path: try await roots(over: ranges))
    }

    /// The proof that the tree over `newSize` events begins with that over `oldSize`.
    package func consistency(
        from oldSize: UInt64, to newSize: UInt64
    ) async throws -> ConsistencyProof {
        let ranges = ConsistencyProof.ranges(from: oldSize, to: newSize)
        return ConsistencyProof(
            from: oldSize, to: newSize, path: try await roots(over: ranges))
    }

    /// The roots over ranges of leaves, in the same order.
    private func roots(over ranges: [Range<UInt64>]) async throws -> [[UInt8]] {
        let covers = ranges.map { Subtree.covering($0) }
        let known = try await roots(of: covers.flatMap(\.self))
        return try covers.map { cover in
            try known.tree(over: cover).root
        }
    }
}

extension LogTree {
    /// The roots of subtrees; those that are not stored are computed from the subtrees below.
    private func roots(of subtrees: [Subtree]) async throws -> [Subtree: [UInt8]] {
        var known = try await leaves(subtrees.filter { $0.height == 0 })
        let inner = subtrees.filter { $0.height > 0 }
        guard !inner.isEmpty else { return known }
        for stored in try await log.subtrees(inner.map { ($0.height, Int64($0.number)) }) {
            known[Subtree(stored)] = stored.root
        }
        for subtree in inner where known[subtree] == nil {
            known[subtree] = try await computed(subtree)
        }
        return known
    }

    private func computed(_ subtree: Subtree) async throws -> [UInt8] {
        try await roots(of: subtree.children).tree(over: subtree.children).root
    }

    private func leaves(_ subtrees: [Subtree]) async throws -> [Subtree: [UInt8]] {
        guard !subtrees.isEmpty else { return [:] }
        let leaves = try await log.leaves(at: Set(subtrees.map { Int64($0.number) + 1 }))
        return Dictionary(
            uniqueKeysWithValues: leaves.map {
                (Subtree(height: 0, number: UInt64($0.key - 1)), $0.value)
            })
    }
}

extension LogTree {
    /// Stores the roots of the subtrees that are complete by now.
    ///
    /// It goes on where the last call ended, in small steps, and may run beside other calls. Less
    /// than one hash is computed for each event.
    package func integrate() async throws {
        let size = try await size()
        for height in stride(from: Subtree.levels, to: 64, by: Subtree.levels) {
            let complete = size >> UInt64(height)
            guard complete > 0 else { return }
            var next = UInt64(try await log.subtreeCount(height: height))
            while next < complete {
                let end = min(next + LogTree.step, complete)
                try await store((next..<end).map { Subtree(height: height, number: $0) })
                next = end
            }
        }
    }

    /// Removes all stored roots and stores those that the leaves make.
    package func renew() async throws {
        try await log.removeSubtrees()
        try await integrate()
    }

    private func store(_ subtrees: [Subtree]) async throws {
        let below = try await roots(of: subtrees.flatMap(\.children))
        try await log.add(
            try subtrees.map { subtree in
                StoredSubtree(
                    height: subtree.height, number: Int64(subtree.number),
                    root: try below.tree(over: subtree.children).root)
            })
    }

    /// How many subtrees are stored by one statement.
    private static let step: UInt64 = 64
}

extension Subtree {
    /// The subtree whose root is stored.
    init(_ stored: StoredSubtree) {
        self.init(height: stored.height, number: UInt64(stored.number))
    }
}

extension [Subtree: [UInt8]] {
    /// The tree over adjacent subtrees.
    ///
    /// - Throws: An error if an event below one of them is missing.
    fileprivate func tree(over subtrees: [Subtree]) throws(EventLogError) -> MerkleTree {
        var tree = MerkleTree()
        for subtree in subtrees {
            guard let root = self[subtree] else {
                throw .gap(position: Int64(subtree.leaves.lowerBound) + 1)
            }
            tree.append(root: root, height: subtree.height)
        }
        return tree
    }
}
