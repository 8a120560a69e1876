import Digest
import Ledger
import Testing

@Suite("The tree of RFC 9162")
struct MerkleTreeTests {
    /// The eight leaves that the implementations of Certificate Transparency are tested with.
    static let leaves = [
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    ].map(bytes)

    /// The published roots of the trees over the first 0, 1, 2 … of those leaves.
    static let roots = [
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].map(bytes)

    @Test("the published roots are reached at every size", arguments: 0...8)
    func published(size: Int) {
        #expect(tree(MerkleTreeTests.leaves.prefix(size)).root == MerkleTreeTests.roots[size])
    }

    @Test("the root is that of the standard's recursive definition at every size to 130")
    func recursive() {
        let leaves = (0..<130).map { [UInt8(truncatingIfNeeded: $0), 0x5a] }
        var grown = MerkleTree()
        for size in 1...leaves.count {
            grown.append(leafHash: MerkleTree.leafHash(of: leaves[size - 1]))
            #expect(
                grown.root
                    == definedRoot(leaves.prefix(size).map { MerkleTree.leafHash(of: $0) }[...]),
                "size \(size)")
            #expect(grown.size == UInt64(size))
        }
    }

    @Test("a leaf is hashed apart from a node, so that no node passes for a leaf")
    func prefixes() {
        #expect(MerkleTree.leafHash(of: [7]) == SHA256.digest([0, 7]))
        let node = SHA256.digest([1] + MerkleTree.leafHash(of: []) + MerkleTree.leafHash(of: [0]))
        #expect(tree(MerkleTreeTests.leaves.prefix(2)).root == node)
    }

    private func tree(_ leaves: ArraySlice<[UInt8]>) -> MerkleTree {
        leaves.reduce(into: MerkleTree()) { $0.append(leafHash: MerkleTree.leafHash(of: $1)) }
    }
}
