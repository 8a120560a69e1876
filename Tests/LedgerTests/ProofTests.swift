import Ledger
import Testing

/// Sizes around every power of two that matters, and the level that is stored.
private let sizes = Array(1...20) + [31, 32, 33, 63, 64, 65, 255, 256, 257, 300, 511, 512, 513]

@Suite("Proofs of RFC 9162")
struct ProofTests {
    /// Nodes of the tree over the eight published leaves, from the tests of Certificate Transparency.
    private static let nodes = [
        "one": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
        "twoThree": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
        "fourToSeven": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
        "four": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
        "fourFive": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
        "sixSeven": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
        "zeroToThree": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "zero": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "zeroOne": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    ]

    private func path(_ names: [String]) -> [[UInt8]] {
        names.compactMap { ProofTests.nodes[$0].map(bytes) }
    }

    @Test(
        "of inclusion: the published paths lead to the published roots",
        arguments: [
            (0, 1, []), (0, 8, ["one", "twoThree", "fourToSeven"]),
            (5, 8, ["four", "sixSeven", "zeroToThree"]), (2, 3, ["zeroOne"]),
            (1, 5, ["zero", "twoThree", "four"]),
        ])
    func publishedInclusion(index: Int, size: Int, names: [String]) {
        let leaf = MerkleTree.leafHash(of: MerkleTreeTests.leaves[index])
        let proof = InclusionProof(index: UInt64(index), size: UInt64(size), path: path(names))
        #expect(proof.leads(from: leaf, to: MerkleTreeTests.roots[size]))
        let leaves = MerkleTreeTests.leaves.map { MerkleTree.leafHash(of: $0) }
        #expect(
            leaves.roots(InclusionProof.ranges(of: UInt64(index), in: UInt64(size)))
                == proof.path)
    }

    @Test(
        "of consistency: the published paths lead from one published root to the other",
        arguments: [
            (1, 1, []), (1, 8, ["one", "twoThree", "fourToSeven"]),
            (6, 8, ["fourFive", "sixSeven", "zeroToThree"]), (2, 5, ["twoThree", "four"]),
        ])
    func publishedConsistency(old: Int, new: Int, names: [String]) {
        let proof = ConsistencyProof(from: UInt64(old), to: UInt64(new), path: path(names))
        #expect(proof.leads(from: MerkleTreeTests.roots[old], to: MerkleTreeTests.roots[new]))
        let leaves = MerkleTreeTests.leaves.map { MerkleTree.leafHash(of: $0) }
        #expect(
            leaves.roots(ConsistencyProof.ranges(from: UInt64(old), to: UInt64(new)))
                == proof.path)
    }

    @Test(
        "of inclusion hold for every leaf, and for no other leaf, place, size or path",
        arguments: sizes)
    func inclusion(size: Int) {
        let (leaves, end) = (leafHashes(size + 1), UInt64(size))
        let root = definedRoot(leaves[..<size])
        for index in stride(from: 0, to: end, by: size > 64 ? 37 : 1) {
            let path = leaves.roots(InclusionProof.ranges(of: index, in: end))
            let leaf = leaves[Int(index)]
            func holds(_ index: UInt64, _ size: UInt64, _ path: [[UInt8]]) -> Bool {
                InclusionProof(index: index, size: size, path: path).leads(from: leaf, to: root)
            }
            #expect(holds(index, end, path))
            #expect(path.count <= 10)
            #expect(!path.damaged.contains { holds(index, end, $0) })
            #expect(!(0...end).contains { $0 != index && holds($0, end, path) })
            #expect(!holds(.max, end, path))
            let proof = InclusionProof(index: index, size: end, path: path)
            #expect(!proof.leads(from: leaves[size], to: root))
            #expect(!proof.leads(from: leaf, to: leaves[size]))
        }
    }

    @Test(
        "of consistency hold for every smaller size, and for no other roots or path",
        arguments: sizes)
    func consistency(size: Int) {
        let (leaves, end) = (leafHashes(size), UInt64(size))
        let root = definedRoot(leaves[...])
        for old in stride(from: 1, to: end, by: size > 64 ? 37 : 1) {
            let oldRoot = definedRoot(leaves[..<Int(old)])
            let path = leaves.roots(ConsistencyProof.ranges(from: old, to: end))
            let proof = ConsistencyProof(from: old, to: end, path: path)
            #expect(proof.leads(from: oldRoot, to: root))
            #expect(!proof.leads(from: root, to: root))
            #expect(!proof.leads(from: oldRoot, to: oldRoot))
            for damaged in path.damaged {
                let proof = ConsistencyProof(from: old, to: end, path: damaged)
                #expect(!proof.leads(from: oldRoot, to: root))
            }
        }
    }

    @Test("of consistency with the empty tree, and with a tree of the same size, have no hashes")
    func consistencyAtTheEdges() {
        let leaves = leafHashes(3)
        let (root, empty) = (definedRoot(leaves[...]), definedRoot([]))
        func holds(
            _ sizes: (UInt64, UInt64), _ roots: ([UInt8], [UInt8]), _ path: [[UInt8]] = []
        ) -> Bool {
            ConsistencyProof(from: sizes.0, to: sizes.1, path: path).leads(
                from: roots.0, to: roots.1)
        }
        #expect(holds((0, 3), (empty, root)) && holds((3, 3), (root, root)))
        #expect(!holds((0, 3), (root, root)) && !holds((3, 3), (empty, root)))
        #expect(!holds((0, 3), (empty, root), [root]) && !holds((3, 3), (root, root), [root]))
        #expect(!holds((3, 2), (root, root)))
        #expect(!holds((2, 3), (definedRoot(leaves[..<2]), root)))
        #expect(ConsistencyProof.ranges(from: 0, to: 3).isEmpty)
        #expect(ConsistencyProof.ranges(from: 3, to: 3).isEmpty)
    }

    @Test("are made from stored subtrees: those that cover a range have its root", arguments: sizes)
    func subtrees(size: Int) {
        let (leaves, end) = (leafHashes(size), UInt64(size))
        let places = stride(from: 0, to: end, by: size > 64 ? 37 : 1)
        let ranges = places.flatMap { place in
            InclusionProof.ranges(of: place, in: end)
                + ConsistencyProof.ranges(from: place, to: end) + [0..<end]
        }
        for range in Set(ranges) {
            let subtrees = Subtree.covering(range)
            #expect(subtrees.flatMap { Array($0.leaves) } == Array(range))
            #expect(subtrees.allSatisfy { $0.height % 8 == 0 })
            let roots = leaves.roots(subtrees.map(\.leaves))
            let tree = MerkleTree(zip(subtrees, roots).map { ($0.height, $1) })
            #expect([tree.root] == leaves.roots([range]))
        }
    }

    @Test("a stored subtree has 256 children that make its root")
    func children() {
        let leaves = leafHashes(513)
        let subtree = Subtree(height: 8, number: 1)
        let roots = leaves.roots(subtree.children.map(\.leaves))
        #expect(subtree.children.flatMap { Array($0.leaves) } == Array(256..<512))
        #expect([MerkleTree(roots.map { (0, $0) }).root] == leaves.roots([256..<512]))
        #expect(
            Subtree(height: 16, number: 0).children.map(\.height) == Array(repeating: 8, count: 256)
        )
        #expect(Subtree(height: 0, number: 7).children.isEmpty)
    }
}
