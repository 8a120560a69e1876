import Digest

/// The Merkle tree of RFC 9162, section 2.1, to which leaves are appended one at a time.
///
/// Only the roots of its complete subtrees are kept, largest first: one for each bit set in the
/// size. A million leaves need at most twenty hashes.
public struct MerkleTree: Equatable, Sendable {
    /// The number of leaves.
    public private(set) var size: UInt64 = 0
    private var subtrees: [[UInt8]] = []

    /// The empty tree.
    public init() {}

    /// The tree over complete subtrees, given in order; each is at least as high as the next one.
    public init(_ subtrees: some Sequence<(height: Int, root: [UInt8])>) {
        for subtree in subtrees { append(root: subtree.root, height: subtree.height) }
    }

    /// The hash of one leaf with this content: SHA-256(0x00 ‖ content), 32 bytes.
    public static func leafHash(of content: [UInt8]) -> [UInt8] {
        SHA256.digest(0x00, content)
    }

    /// Adds a leaf at the end, given its 32-byte leaf hash.
    public mutating func append(leafHash: [UInt8]) { append(root: leafHash, height: 0) }

    /// Adds a complete subtree of 2^`height` leaves at the end, given its 32-byte root.
    ///
    /// The size must be a multiple of its leaves, as it is where subtrees are aligned.
    public mutating func append(root: [UInt8], height: Int) {
        precondition(size.trailingZeroBitCount >= height, "a subtree must be aligned")
        var right = root
        for _ in 0..<(size >> height).trailingOneBitCount {
            right = MerkleTree.nodeHash(subtrees.removeLast(), right)
        }
        subtrees.append(right)
        size += 1 << height
    }

    /// The root hash, 32 bytes; the root of the empty tree is the SHA-256 of the empty string.
    public var root: [UInt8] {
        guard var root = subtrees.last else { return SHA256.digest([]) }
        for left in subtrees.dropLast().reversed() { root = MerkleTree.nodeHash(left, root) }
        return root
    }

    /// The hash of a node over its two children: SHA-256(0x01 ‖ left ‖ right).
    static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        SHA256.digest(0x01, left, right)
    }
}

extension UInt64 {
    /// The number of consecutive one bits from the lowest bit.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
