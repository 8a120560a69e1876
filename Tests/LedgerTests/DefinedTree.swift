import Digest

/// MTH(D[n]) word for word as RFC 9162, section 2.1.1 has it, over leaf hashes.
func definedRoot(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    if leaves.isEmpty { return SHA256.digest([]) }
    if leaves.count == 1 { return leaves[leaves.startIndex] }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let (left, right) = (leaves.prefix(k), leaves.dropFirst(k))
    return SHA256.digest([0x01] + definedRoot(left) + definedRoot(right))
}

/// The hash of each of `count` leaves that are all different.
func leafHashes(_ count: Int) -> [[UInt8]] {
    (0..<count).map { SHA256.digest([0x00, UInt8($0 & 0xff), UInt8($0 >> 8)]) }
}

extension [[UInt8]] {
    /// The roots over these ranges of leaves.
    func roots(_ ranges: [Range<UInt64>]) -> [[UInt8]] {
        ranges.map { definedRoot(self[Int($0.lowerBound)..<Int($0.upperBound)]) }
    }

    /// Every list that is one step from this one: a bit changed, a hash left out, doubled, or
    /// swapped with the next one, and one more at the end.
    var damaged: [[[UInt8]]] {
        let changed = indices.map { index in
            var path = self
            path[index][index % 32] ^= 0x10
            return path
        }
        let shorter = indices.map { index in Array(self[..<index] + self[(index + 1)...]) }
        let longer = indices.map { Array(self[...$0] + self[$0...]) }
        let swapped = indices.dropLast().map { index in
            var path = self
            path.swapAt(index, index + 1)
            return path
        }
        return changed + shorter + longer + swapped + [self + [[UInt8](repeating: 0, count: 32)]]
    }
}
