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

    /// The hash of one leaf with this content: SHA-256(0x00 ‖ content), 32 bytes.
    public static func leafHash(of content: [UInt8]) -> [UInt8] {
        SHA256.digest([0x00] + content)
    }

    /// Adds a leaf at the end, given its 32-byte leaf hash.
    public mutating func append(leafHash: [UInt8]) {
        var right = leafHash
        for _ in 0..<size.trailingOneBitCount {
            right = MerkleTree.nodeHash(subtrees.removeLast(), right)
        }
        subtrees.append(right)
        size += 1
    }

    /// The root hash, 32 bytes; the root of the empty tree is the SHA-256 of the empty string.
    public var root: [UInt8] {
        guard var root = subtrees.last else { return SHA256.digest([]) }
        for left in subtrees.dropLast().reversed() { root = MerkleTree.nodeHash(left, root) }
        return root
    }

    /// The hash of a node over its two children: SHA-256(0x01 ‖ left ‖ right).
    private static func nodeHash(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        SHA256.digest([0x01] + left + right)
    }
}

extension UInt64 {
    /// The number of consecutive one bits from the lowest bit.
    fileprivate var trailingOneBitCount: Int { (~self).trailingZeroBitCount }
}
