/// A fold over the stored log that recomputes what can be recomputed and notes what differs.
///
/// Entries are given in ascending order of position. What is kept grows by the number of streams
/// and by one small number an event; bodies are let go at once.
public struct Verification: Sendable {
    /// How many problems are listed; the rest are counted.
    public static let problemLimit = 1000

    /// The id of the event with this stream and key; nil where no event may have them.
    public typealias KeyedID = @Sendable (_ stream: String, _ key: String) -> String?

    private let keyedID: KeyedID
    private var tree = MerkleTree()
    private var problems: [Problem] = []
    private var furtherProblems = 0
    private var erased: UInt64 = 0
    private var lastPosition: Int64 = 0
    private var lastRecordedAt = ""
    private var versions: [String: Int64] = [:]
    private var positions: [UInt128: Int64] = [:]

    /// A verification of the log from its first event, by the rule that gives keyed events their id.
    public init(keyedID: @escaping KeyedID) { self.keyedID = keyedID }

    /// Checks the next event.
    public mutating func check(_ entry: LedgerEntry) {
        checkPosition(entry)
        checkRecordedAt(entry)
        checkVersion(entry)
        checkID(entry)
        checkHeader(entry)
        if entry.isErased { erased += 1 }
        if let problem = entry.bodyProblem { note(problem, at: entry.position) }
        if let problem = entry.keyProblem { note(problem, at: entry.position) }
    }

    /// The verdict on the events checked, behind which the log's `head` must stand.
    public func verdict(head: LedgerHead) -> Verdict {
        var end = self
        let problems = head.problems(lastPosition: lastPosition, lastRecordedAt: lastRecordedAt)
        for problem in problems {
            // Where events are missing, or too many, the first of those; else the last event.
            let isElsewhere = head.position != lastPosition
            let place = isElsewhere ? min(head.position, lastPosition) + 1 : lastPosition
            end.note(problem, at: place)
        }
        return Verdict(
            size: tree.size, erased: erased, root: tree.root, problems: end.problems,
            furtherProblems: end.furtherProblems)
    }

    private mutating func note(_ kind: Problem.Kind, at position: Int64) {
        if problems.count < Verification.problemLimit {
            problems.append(Problem(position: position, kind: kind))
        } else {
            furtherProblems += 1
        }
    }

    /// What is stored may be any number, the largest included: hence the additions that wrap.
    private mutating func checkPosition(_ entry: LedgerEntry) {
        let due = lastPosition &+ 1
        if entry.position > due {
            note(.missing(through: entry.position - 1), at: due)
        } else if entry.position < due {
            note(.outOfOrder(after: lastPosition), at: entry.position)
        }
        lastPosition = max(lastPosition, entry.position)
    }

    /// Each event has a moment of its own, so that two which changed places are found.
    ///
    /// Times of one form sort as their bytes do.
    private mutating func checkRecordedAt(_ entry: LedgerEntry) {
        let time = entry.header.recordedAt
        if !lastRecordedAt.utf8.lexicographicallyPrecedes(time.utf8) {
            note(.notRecordedLater, at: entry.position)
        }
        lastRecordedAt = time
    }

    /// After a version that is not the due one, counting goes on from it: one fault is told once.
    private mutating func checkVersion(_ entry: LedgerEntry) {
        let found = entry.header.version
        let expected = versions[entry.header.stream, default: 0] &+ 1
        if found != expected {
            note(.version(expected: expected, found: found), at: entry.position)
        }
        versions[entry.header.stream] = found
    }

    private mutating func checkID(_ entry: LedgerEntry) {
        guard let number = entry.idNumber else {
            note(.idMalformed, at: entry.position)
            return
        }
        if let first = positions[number] {
            note(.idTaken(at: first), at: entry.position)
        } else {
            positions[number] = entry.position
        }
        if let key = entry.key, keyedID(entry.header.stream, key) != entry.header.id {
            note(.idNotOfKey, at: entry.position)
        }
    }

    /// The tree grows by what is stored now: a change that covers its tracks in the event's row
    /// still changes the root.
    private mutating func checkHeader(_ entry: LedgerEntry) {
        if entry.header.language != 1 {
            note(.unknownLanguage(entry.header.language), at: entry.position)
        }
        let leaf = entry.header.leaf
        if leaf != entry.leaf { note(.headerChanged, at: entry.position) }
        tree.append(leafHash: leaf)
    }
}

/// What a verification found: the tree over the whole log, and every problem with its position.
public struct Verdict: Equatable, Sendable {
    /// How many events there were.
    public let size: UInt64
    /// How many of them were erased: what they said cannot be checked any more, only that it was said.
    public let erased: UInt64
    /// The root of the tree over them in the order of their positions, 32 bytes.
    public let root: [UInt8]
    /// The first problems in the order of the log, at most `Verification.problemLimit`.
    public let problems: [Problem]
    /// How many problems there are beyond those.
    public let furtherProblems: Int

    /// Whether the log is as it was recorded, as far as it can tell by itself.
    public var holds: Bool { problems.isEmpty }
}
