/// A proof that a leaf stands at an index of a tree (RFC 9162, section 2.1.3).
public struct InclusionProof: Equatable, Sendable {
    /// The leaf's index, from 0.
    public let index: UInt64
    /// The number of leaves of the tree.
    public let size: UInt64
    /// The hashes from the leaf's sibling up to the child of the root, 32 bytes each.
    public let path: [[UInt8]]

    /// A proof as it was given, right or wrong.
    public init(index: UInt64, size: UInt64, path: [[UInt8]]) {
        (self.index, self.size, self.path) = (index, size, path)
    }

    /// Whether it leads from this leaf hash to this root.
    public func leads(from leaf: [UInt8], to root: [UInt8]) -> Bool {
        guard index < size else { return false }
        var (node, last, hash) = (index, size - 1, leaf)
        for sibling in path {
            guard last > 0 else { return false }
            if node & 1 == 1 || node == last {
                hash = MerkleTree.nodeHash(sibling, hash)
                let steps = node.trailingZeroBitCount
                (node, last) = (node >> steps, last >> steps)
            } else {
                hash = MerkleTree.nodeHash(hash, sibling)
            }
            (node, last) = (node >> 1, last >> 1)
        }
        return last == 0 && hash == root
    }
}

extension InclusionProof {
    /// The ranges of leaves over which the hashes of the path are roots, in the order of the path.
    ///
    /// - Parameters:
    ///   - index: below `size`.
    ///   - size: the number of leaves of the tree.
    /// - Returns: As many ranges as the path has hashes.
    public static func ranges(of index: UInt64, in size: UInt64) -> [Range<UInt64>] {
        ranges(of: index, in: 0..<size)
    }

    private static func ranges(
        of index: UInt64, in tree: Range<UInt64>
    ) -> [Range<UInt64>] {
        guard tree.count > 1 else { return [] }
        let split = tree.split
        return index < split
            ? ranges(of: index, in: tree.lowerBound..<split) + [split..<tree.upperBound]
            : ranges(of: index, in: split..<tree.upperBound) + [tree.lowerBound..<split]
    }
}

extension Range<UInt64> {
    /// Where the standard splits a tree over more than one leaf: the left part has as many leaves as
    /// the largest power of two below their number.
    var split: UInt64 {
        let leaves = upperBound - lowerBound
        return lowerBound + 1 << (63 - (leaves - 1).leadingZeroBitCount)
    }
}
