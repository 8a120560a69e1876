/// The verification of a whole log, put together from that of its windows in order.
///
/// It recomputes everything derivable and collects differences. Memory grows by one hash for 256
/// events, and by what `IdentityCheck` remembers, which is bounded.
public struct Verification: Sendable {
    /// The maximum number of listed problems; further ones are only counted.
    public static let problemLimit = 1000

    private let checkpoints: [LogCheckpoint]
    private var identities: IdentityCheck
    private var problems = ProblemList()
    private var tree = MerkleTree()
    private var subtrees = SubtreeRoots()
    private var isComplete = true
    private var erased: UInt64 = 0
    private var lastPosition: Int64 = 0
    private var lastRecordedAt = ""
    private var lastMatch: UInt64 = 0

    /// A verification from the first event.
    ///
    /// - Parameters:
    ///   - checkpoints: that the log must continue. The size of each must be the last position of a
    ///     window, unless the log ends before it.
    ///   - identities: the check of the first share of ids and streams.
    public init(
        against checkpoints: [LogCheckpoint] = [], identities: IdentityCheck = IdentityCheck()
    ) {
        self.checkpoints = checkpoints.sorted { $0.size < $1.size }
        self.identities = identities
        // No window ends there.
        for checkpoint in self.checkpoints where checkpoint.size == 0 { compare(checkpoint) }
    }

    /// Adds the next window.
    public mutating func add(_ window: WindowVerification) {
        if let first = window.times?.first, lastPosition > 0,
            !lastRecordedAt.utf8.lexicographicallyPrecedes(first.utf8)
        {
            problems.note(.notRecordedLater, at: window.positions.lowerBound)
        }
        problems.add(window.problems)
        erased += window.erased
        lastRecordedAt = window.times?.last ?? lastRecordedAt
        lastPosition = window.lastPosition
        for identity in window.identities { identities.check(identity) }
        isComplete = isComplete && window.isComplete
        grow(by: window)
        for checkpoint in checkpoints
        where checkpoint.size > 0 && Int64(clamping: checkpoint.size) == lastPosition {
            compare(checkpoint)
        }
    }

    /// Adds what a check of another share of the ids and streams has found.
    public mutating func add(_ other: IdentityCheck) { problems.add(other.problems) }

    /// Compares the roots of subtrees that are stored beside the log with those that its events
    /// make; they are said of the first event below them.
    public mutating func compare(stored: [Subtree: [UInt8]]) {
        guard isComplete else { return }
        for (subtree, root) in stored where subtrees[subtree] != root {
            let first = Int64(clamping: subtree.leaves.lowerBound) &+ 1
            problems.note(.subtreeChanged(height: subtree.height), at: first)
        }
    }

    /// The verdict on the events added so far; `head` must match the last of them.
    public func verdict(head: LedgerHead) -> Verdict {
        var all = problems
        all.add(identities.problems)
        for checkpoint in checkpoints where Int64(clamping: checkpoint.size) > lastPosition {
            all.note(.checkpointAhead(checkpoint.size), at: lastPosition &+ 1)
        }
        let ofHead = head.problems(lastPosition: lastPosition, lastRecordedAt: lastRecordedAt)
        for problem in ofHead {
            // If events are missing or in excess, the first of those; otherwise the last event.
            let isElsewhere = head.position != lastPosition
            let place = isElsewhere ? min(head.position, lastPosition) + 1 : lastPosition
            all.note(problem, at: place)
        }
        return Verdict(
            size: tree.size, erased: erased, root: tree.root, checkpoints: checkpoints,
            problems: all.inOrder, furtherProblems: all.further)
    }

    /// Whole subtrees are added where the window has them and nothing was missing before; they were
    /// computed beside those of other windows.
    private mutating func grow(by window: WindowVerification) {
        guard isComplete else {
            for leaf in window.leaves { tree.append(leafHash: leaf) }
            return
        }
        let first = UInt64(window.positions.lowerBound - 1)
        let cover = Subtree.covering(first..<first + UInt64(window.leaves.count), upTo: 1)
        for subtree in cover {
            let root =
                window.blocks[subtree] ?? window.leaves[Int(subtree.leaves.lowerBound - first)]
            tree.append(root: root, height: subtree.height)
            subtrees.append(root: root, height: subtree.height)
        }
    }

    /// If only a later checkpoint fails, what was changed stands behind the last one that holds.
    private mutating func compare(_ checkpoint: LogCheckpoint) {
        if tree.size == checkpoint.size, tree.root == checkpoint.root {
            lastMatch = checkpoint.size
        } else {
            problems.note(
                .notOfCheckpoint(checkpoint.size), at: Int64(clamping: lastMatch) &+ 1)
        }
    }
}

/// The result of a verification: the tree over the whole log, and every problem with its position.
public struct Verdict: Equatable, Sendable {
    /// The number of events.
    public let size: UInt64
    /// The number of erased events: their content can no longer be checked, only that they were
    /// recorded.
    public let erased: UInt64
    /// The root of the tree over the events in order of position, 32 bytes.
    public let root: [UInt8]
    /// The checkpoints that the log was compared with.
    public let checkpoints: [LogCheckpoint]
    /// The first problems by position, at most `Verification.problemLimit`.
    public let problems: [Problem]
    /// The number of problems beyond those.
    public let furtherProblems: Int

    /// Whether the log is as it was recorded, as far as the log and the checkpoints can show.
    public var holds: Bool { problems.isEmpty }
}
