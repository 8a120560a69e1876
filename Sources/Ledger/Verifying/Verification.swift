/// A fold over the stored log that recomputes everything derivable and collects differences.
///
/// Entries must be given in ascending order of position. Memory grows with the number of streams
/// and by one small number per event; bodies are released at once.
public struct Verification: Sendable {
    /// The maximum number of listed problems; further ones are only counted.
    public static let problemLimit = 1000

    /// The id derived from stream and key; nil if no event may have them.
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

    /// A verification of the log from its first event; `keyedID` derives the ids of keyed events.
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

    /// The verdict on the events checked so far; `head` must match the last of them.
    public func verdict(head: LedgerHead) -> Verdict {
        var end = self
        let problems = head.problems(lastPosition: lastPosition, lastRecordedAt: lastRecordedAt)
        for problem in problems {
            // If events are missing or in excess, the first of those; otherwise the last event.
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

    /// Stored numbers are arbitrary, up to the maximum, so additions must wrap.
    private mutating func checkPosition(_ entry: LedgerEntry) {
        let due = lastPosition &+ 1
        if entry.position > due {
            note(.missing(through: entry.position - 1), at: due)
        } else if entry.position < due {
            note(.outOfOrder(after: lastPosition), at: entry.position)
        }
        lastPosition = max(lastPosition, entry.position)
    }

    /// Every event has a distinct time, so two swapped events are detected.
    ///
    /// Times in the same format sort by their bytes.
    private mutating func checkRecordedAt(_ entry: LedgerEntry) {
        let time = entry.header.recordedAt
        if !lastRecordedAt.utf8.lexicographicallyPrecedes(time.utf8) {
            note(.notRecordedLater, at: entry.position)
        }
        lastRecordedAt = time
    }

    /// After an unexpected version, counting continues from it, so that one fault is reported once.
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

    /// The tree is built from what is stored now: a modification that also updates the event's row
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

/// The result of a verification: the tree over the whole log, and every problem with its position.
public struct Verdict: Equatable, Sendable {
    /// The number of events.
    public let size: UInt64
    /// The number of erased events: their content can no longer be checked, only that they were
    /// recorded.
    public let erased: UInt64
    /// The root of the tree over the events in order of position, 32 bytes.
    public let root: [UInt8]
    /// The first problems in log order, at most `Verification.problemLimit`.
    public let problems: [Problem]
    /// The number of problems beyond those.
    public let furtherProblems: Int

    /// Whether the log is as it was recorded, as far as the log alone can show.
    public var holds: Bool { problems.isEmpty }
}
