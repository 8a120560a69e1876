/// The verification of the events at a range of positions, as far as it needs no other event; so
/// that several ranges can be verified at once.
///
/// Entries must be given in ascending order of position. Bodies are released at once.
public struct WindowVerification: Sendable {
    /// The id derived from stream and key; nil if no event may have them.
    public typealias KeyedID = @Sendable (_ stream: String, _ key: String) -> UInt128?

    /// The positions.
    public let positions: ClosedRange<Int64>
    private let keyedID: KeyedID
    private(set) var problems = ProblemList()
    private(set) var identities: [IdentityCheck.Identity] = []
    /// The leaves, recomputed from what is stored.
    private(set) var leaves: [[UInt8]] = []
    /// The roots of the complete, aligned subtrees of 256 leaves among them.
    private(set) var blocks: [Subtree: [UInt8]] = [:]
    private(set) var erased: UInt64 = 0
    private(set) var times: (first: String, last: String)?
    private(set) var lastPosition: Int64
    private var block = MerkleTree()

    /// The verification of the events at these positions; `keyedID` derives the ids of keyed events.
    public init(_ positions: ClosedRange<Int64>, keyedID: @escaping KeyedID) {
        (self.positions, self.keyedID) = (positions, keyedID)
        lastPosition = positions.lowerBound - 1
        let count = min(positions.upperBound - positions.lowerBound, 1 << 20)
        leaves.reserveCapacity(Int(count) + 1)
        identities.reserveCapacity(Int(count) + 1)
    }

    /// How many events there are.
    public var count: Int { leaves.count }

    /// Checks the next event.
    public mutating func check(_ entry: LedgerEntry) {
        checkPosition(entry)
        checkRecordedAt(entry)
        checkLeaf(entry)
        if let key = entry.key, keyedID(entry.header.stream, key) != entry.header.id.number {
            problems.note(.idNotOfKey, at: entry.position)
        }
        identities.append(
            IdentityCheck.Identity(
                position: entry.position, stream: entry.header.stream,
                version: entry.header.version, id: entry.header.id.number))
        if entry.isErased { erased += 1 }
        if let problem = entry.bodyProblem { problems.note(problem, at: entry.position) }
        if let problem = entry.keyProblem { problems.note(problem, at: entry.position) }
    }

    /// Notes the events that are missing at the end.
    public mutating func end() {
        guard lastPosition < positions.upperBound else { return }
        problems.note(.missing(through: positions.upperBound), at: lastPosition + 1)
        lastPosition = positions.upperBound
    }

    /// Whether no event is missing, and none is there twice.
    var isComplete: Bool {
        Int64(leaves.count) == positions.upperBound &- positions.lowerBound &+ 1
            && identities.last?.position == positions.upperBound
    }

    /// Stored numbers are arbitrary, up to the maximum, so additions must wrap.
    private mutating func checkPosition(_ entry: LedgerEntry) {
        let due = lastPosition &+ 1
        if entry.position > due {
            problems.note(.missing(through: entry.position - 1), at: due)
        } else if entry.position < due {
            problems.note(.outOfOrder(after: lastPosition), at: entry.position)
        }
        lastPosition = max(lastPosition, entry.position)
    }

    /// Every event has a distinct time, so two swapped events are detected.
    ///
    /// Times in the same format sort by their bytes.
    private mutating func checkRecordedAt(_ entry: LedgerEntry) {
        let time = entry.header.recordedAt
        if let last = times?.last, !last.utf8.lexicographicallyPrecedes(time.utf8) {
            problems.note(.notRecordedLater, at: entry.position)
        }
        times = (times?.first ?? time, time)
    }

    /// The tree is built from what is stored now: a modification that also updates the event's row
    /// still changes the root.
    private mutating func checkLeaf(_ entry: LedgerEntry) {
        if entry.header.language != 1 {
            problems.note(.unknownLanguage(entry.header.language), at: entry.position)
        }
        let leaf = entry.header.leaf
        if leaf != entry.leaf { problems.note(.headerChanged, at: entry.position) }
        leaves.append(leaf)
        let index = UInt64(bitPattern: entry.position &- 1)
        if index & 0xff == 0 { block = MerkleTree() }
        block.append(leafHash: leaf)
        if index & 0xff == 0xff, block.size == 256 {
            blocks[Subtree(height: Subtree.levels, number: index >> 8)] = block.root
        }
    }
}
