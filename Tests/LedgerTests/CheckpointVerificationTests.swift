import Digest
import Ledger
import Testing

@Suite("Verification against checkpoints, in windows and in shares")
struct CheckpointVerificationTests {
    private let ends: [[Int64]] = [[], [1], [3], [1, 2, 3, 4, 5], [2, 4]]

    private func checkpoint(_ size: Int, of entries: [LedgerEntry]) -> LogCheckpoint {
        let leaves = entries.prefix(size).map(\.leaf)
        return LogCheckpoint(
            origin: "example.org/cases", size: UInt64(size), root: definedRoot(leaves[...]))
    }

    /// A log that somebody rewrote from an event on, with new leaves, so that it is sound in itself.
    private func rewritten(from position: Int) -> [LedgerEntry] {
        SampleLog.entries.map { entry in
            var entry = entry
            if entry.position >= position {
                entry.rewrite(recordedBy: "writer/eve", withLeaf: true)
            }
            return entry
        }
    }

    @Test("a sound log holds against all its checkpoints, wherever the windows end")
    func sound() {
        let checkpoints = (0...6).map { checkpoint($0, of: SampleLog.entries) }
        for checkpoint in checkpoints {
            let verdict = SampleLog.verdict(
                SampleLog.entries, cutAt: [Int64(checkpoint.size)], against: [checkpoint])
            #expect(verdict.holds, "\(checkpoint.size)")
        }
        for ends in ends {
            let verdict = SampleLog.verdict(SampleLog.entries, cutAt: ends)
            #expect(verdict == SampleLog.verdict(SampleLog.entries))
        }
    }

    @Test("a log rewritten with all its leaves is found by a checkpoint alone")
    func rewritten() {
        let entries = rewritten(from: 3)
        #expect(SampleLog.verdict(entries).holds)
        let old = [2, 4, 6].map { checkpoint($0, of: SampleLog.entries) }
        let verdict = SampleLog.verdict(entries, cutAt: [2, 4], against: old)
        // The checkpoint of two events holds, so what was changed stands behind it.
        #expect(
            verdict.problems == [
                Problem(position: 3, kind: .notOfCheckpoint(4)),
                Problem(position: 3, kind: .notOfCheckpoint(6)),
            ])
    }

    @Test("a checkpoint of an empty log has the root of the empty tree, and no other")
    func empty() {
        let sound = checkpoint(0, of: [])
        let wrong = LogCheckpoint(
            origin: sound.origin, size: 0, root: SampleLog.entries[0].leaf)
        for entries in [[], SampleLog.entries] {
            let head = Int64(entries.count)
            #expect(SampleLog.verdict(entries, head: head, against: [sound]).holds)
            let verdict = SampleLog.verdict(entries, head: head, against: [wrong])
            #expect(verdict.problems == [Problem(position: 1, kind: .notOfCheckpoint(0))])
        }
    }

    @Test("events taken out at the end are found, although the head was set back")
    func shortened() {
        let entries = Array(SampleLog.entries.prefix(4))
        #expect(SampleLog.verdict(entries, head: 4).holds)
        let verdict = SampleLog.verdict(
            entries, head: 4, against: [checkpoint(6, of: SampleLog.entries)])
        #expect(verdict.problems == [Problem(position: 5, kind: .checkpointAhead(6))])
    }

    @Test("a checkpoint of another log of the same size is found")
    func otherLog() {
        let other = checkpoint(6, of: rewritten(from: 6))
        let verdict = SampleLog.verdict(SampleLog.entries, against: [other])
        #expect(verdict.problems == [Problem(position: 1, kind: .notOfCheckpoint(6))])
    }

    @Test("what stands between two windows is checked as within one", arguments: [1, 3, 4, 5])
    func seams(end: Int64) {
        var late = SampleLog.entries
        late[Int(end)].rewrite(recordedAt: "2031-04-02T09:30:00.000000Z", withLeaf: true)
        let later = Problem(position: end + 1, kind: .notRecordedLater)
        #expect(SampleLog.verdict(late, cutAt: [end]).problems == [later])
        var missing = SampleLog.entries
        missing.remove(at: Int(end) - 1)
        let problems = SampleLog.verdict(missing, cutAt: [end]).problems
        #expect(problems.first == Problem(position: end, kind: .missing(through: end)))
    }

    @Test("a stored root that is not that of its events is found; missing ones are no problem")
    func storedSubtrees() {
        let entries = (1...600).map { SampleLog.plain(position: $0) }
        let leaves = entries.map(\.leaf)
        let head = LedgerHead(position: 600, recordedAt: entries[599].header.recordedAt)
        var stored = [0, 1].reduce(into: [Subtree: [UInt8]]()) { stored, number in
            let range = number * 256..<(number + 1) * 256
            stored[Subtree(height: 8, number: UInt64(number))] = definedRoot(leaves[range])
        }
        for ends: [Int64] in [[], [256, 512], [100, 300]] {
            let sound = SampleLog.verdict(entries, head: head, cutAt: ends, stored: stored)
            #expect(sound.problems == [] && sound.root == definedRoot(leaves[...]))
        }
        stored[Subtree(height: 8, number: 1)] = definedRoot(leaves[0..<256])
        stored[Subtree(height: 8, number: 0)] = nil
        let verdict = SampleLog.verdict(entries, head: head, cutAt: [256, 512], stored: stored)
        #expect(verdict.problems == [Problem(position: 257, kind: .subtreeChanged(height: 8))])
    }

    @Test(
        "ids and versions are checked alike in one share and in several", arguments: [1, 2, 3, 7])
    func shares(count: UInt64) {
        let events = (1...400).map { number in
            IdentityCheck.Identity(
                position: number, stream: "case/c\(number % 9)", version: (number + 8) / 9,
                id: UInt128(SHA256.digest([UInt8(number % 197)])[0]) << 32 | UInt128(number % 197))
        }
        var verification = Verification(identities: IdentityCheck(share: 0, of: 99))
        for number in 0..<count {
            var check = IdentityCheck(share: number, of: count)
            for event in events { check.check(event) }
            verification.add(check)
        }
        let verdict = verification.verdict(head: LedgerHead(position: 0, recordedAt: nil))
        // Each id of the first 197 comes twice, and those of the first six three times.
        #expect(verdict.problems.map(\.position) == Array(198...400))
        #expect(IdentityCheck.shares(of: 0) == 1 && IdentityCheck.shares(of: 2_000_000) == 1)
        #expect(IdentityCheck.shares(of: 2_000_001) == 2)
    }
}
