/// A complete, aligned subtree of a tree of RFC 9162: 2^`height` leaves from `number` · 2^`height`.
public struct Subtree: Hashable, Sendable {
    /// The number of levels above its leaves; a single leaf has height 0.
    public let height: Int
    /// How many subtrees of this height stand before it.
    public let number: UInt64

    /// The subtree with this height and number.
    public init(height: Int, number: UInt64) { (self.height, self.number) = (height, number) }

    /// The indexes of its leaves.
    public var leaves: Range<UInt64> { number << height..<(number + 1) << height }

    /// Only the subtrees of 256, 65,536, … leaves are stored: a 256th of a hash for each event, and a
    /// proof reads at most 256 hashes a level. (C2SP tlog-tiles cuts a tree at the same levels.)
    public static let levels = 8

    /// The subtrees of storable height, or leaves, that cover a range, from left to right.
    ///
    /// In the whole tree from 0, and in a part of it as it occurs in a proof, each is at least as
    /// high as the next one. None is higher than `most` levels that are stored.
    public static func covering(_ range: Range<UInt64>, upTo most: Int = 7) -> [Subtree] {
        var (subtrees, start) = ([Subtree](), range.lowerBound)
        while start < range.upperBound {
            let largest = 63 - (range.upperBound - start).leadingZeroBitCount
            let height = min(start.trailingZeroBitCount, largest, most * levels) / levels * levels
            subtrees.append(Subtree(height: height, number: start >> height))
            start += 1 << height
        }
        return subtrees
    }

    /// Its subtrees one storable height below; empty for a leaf.
    public var children: [Subtree] {
        guard height > 0 else { return [] }
        let first = number << Subtree.levels
        return (first..<first + 1 << Subtree.levels).map {
            Subtree(height: height - Subtree.levels, number: $0)
        }
    }
}
