import Digest

/// A proof that a tree begins with all leaves of a smaller one (RFC 9162, section 2.1.4).
public struct ConsistencyProof: Equatable, Sendable {
    /// The number of leaves of the smaller tree.
    public let oldSize: UInt64
    /// The number of leaves of the larger tree.
    public let newSize: UInt64
    /// The hashes, 32 bytes each, in the order of the standard.
    public let path: [[UInt8]]

    /// A proof as it was given, right or wrong.
    public init(from oldSize: UInt64, to newSize: UInt64, path: [[UInt8]]) {
        (self.oldSize, self.newSize, self.path) = (oldSize, newSize, path)
    }

    /// Whether it leads from one root to the other.
    ///
    /// The standard leaves two cases open. Trees of one size are consistent if their roots are the
    /// same and the path is empty. Every tree is consistent with the empty one, whose root is the
    /// SHA-256 of the empty string, by an empty path.
    public func leads(from oldRoot: [UInt8], to newRoot: [UInt8]) -> Bool {
        guard oldSize <= newSize else { return false }
        if oldSize == newSize { return path.isEmpty && oldRoot == newRoot }
        if oldSize == 0 { return path.isEmpty && oldRoot == MerkleTree().root }
        let path = (oldSize.nonzeroBitCount == 1 ? [oldRoot] : []) + path
        guard let first = path.first else { return false }
        return walk(path.dropFirst(), from: first, to: (oldRoot, newRoot))
    }

    private func walk(
        _ path: ArraySlice<[UInt8]>, from first: [UInt8], to roots: (old: [UInt8], new: [UInt8])
    ) -> Bool {
        let steps = oldSize.trailingZeroBitCount
        var (node, last) = ((oldSize - 1) >> steps, (newSize - 1) >> steps)
        var (old, new) = (first, first)
        for hash in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                old = MerkleTree.nodeHash(hash, old)
                new = MerkleTree.nodeHash(hash, new)
                let steps = node.trailingZeroBitCount
                (node, last) = (node >> steps, last >> steps)
            } else {
                new = MerkleTree.nodeHash(new, hash)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && old == roots.old && new == roots.new
    }
}

extension ConsistencyProof {
    /// The ranges of leaves over which the hashes of the path are roots, in the order of the path;
    /// none if one of the trees is empty or both have the same size.
    public static func ranges(from oldSize: UInt64, to newSize: UInt64) -> [Range<UInt64>] {
        guard oldSize > 0, oldSize < newSize else { return [] }
        return ranges(from: oldSize, in: 0..<newSize, isWhole: true)
    }

    /// Where `isWhole`, the old tree is known by its root, so that the path need not give it.
    private static func ranges(
        from oldSize: UInt64, in tree: Range<UInt64>, isWhole: Bool
    ) -> [Range<UInt64>] {
        guard oldSize < tree.upperBound else { return isWhole ? [] : [tree] }
        let split = tree.split
        return oldSize <= split
            ? ranges(from: oldSize, in: tree.lowerBound..<split, isWhole: isWhole)
                + [split..<tree.upperBound]
            : ranges(from: oldSize, in: split..<tree.upperBound, isWhole: false)
                + [tree.lowerBound..<split]
    }
}
