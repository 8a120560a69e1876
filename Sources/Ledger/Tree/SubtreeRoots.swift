/// The roots of the complete subtrees of a tree, of every storable height, as the tree grows.
struct SubtreeRoots: Sendable {
    private var roots: [Subtree: [UInt8]] = [:]
    private var next: [Int: UInt64] = [:]
    private var leaves = MerkleTree()

    subscript(subtree: Subtree) -> [UInt8]? { roots[subtree] }

    /// Adds a leaf, or the root of a subtree of 256 leaves.
    mutating func append(root: [UInt8], height: Int) {
        leaves.append(root: root, height: height)
        guard leaves.size == 1 << Subtree.levels else { return }
        add(leaves.root, height: Subtree.levels)
        leaves = MerkleTree()
    }

    /// Adds the root of the next subtree of a height, and that of the one above once it is complete.
    private mutating func add(_ root: [UInt8], height: Int) {
        let subtree = Subtree(height: height, number: next[height, default: 0])
        roots[subtree] = root
        next[height] = subtree.number + 1
        guard subtree.number & 0xff == 0xff, height + Subtree.levels < 64 else { return }
        let above = Subtree(height: height + Subtree.levels, number: subtree.number >> 8)
        let below = above.children.compactMap { roots[$0] }
        add(MerkleTree(below.map { (height, $0) }).root, height: above.height)
    }
}
