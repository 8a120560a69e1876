import Digest
import Ledger
import Testing

@Suite("Verification of a sound log")
struct VerificationTests {
    @Test("finds nothing, and gives the size and the root over the leaves in order")
    func sound() {
        let tree = SampleLog.entries.reduce(into: MerkleTree()) { $0.append(leafHash: $1.leaf) }
        let verdict = SampleLog.verdict(SampleLog.entries)
        #expect(verdict.problems == [])
        #expect(verdict.holds)
        #expect(verdict.size == 6)
        #expect(verdict.root == tree.root)
    }

    @Test("holds for a log without events, whose root is that of the empty tree")
    func empty() {
        let verdict = SampleLog.verdict([], head: 0)
        #expect(verdict.holds)
        #expect(verdict.root == SHA256.digest([]))
    }

    @Test("holds after a body was erased with its salt, and the root stays")
    func erased() {
        var entries = SampleLog.entries
        entries[2].body = nil
        entries[2].salt = nil
        let verdict = SampleLog.verdict(entries)
        #expect(verdict.problems == [])
        #expect(verdict.root == SampleLog.verdict(SampleLog.entries).root)
    }

    @Test("lets no two events have one time")
    func sameTime() {
        var entries = SampleLog.entries
        let time = entries[2].header.recordedAt
        entries[3].rewrite(recordedAt: time, withLeaf: true)
        let problem = Problem(position: entries[3].position, kind: .notRecordedLater)
        #expect(SampleLog.verdict(entries).problems == [problem])
    }

    @Test("lists the first thousand problems and counts the others")
    func bounded() {
        let wrong = (1...1500).map { position in
            var entry = SampleLog.sound(position: 1)
            entry.position = Int64(position) + 1
            return entry
        }
        let verdict = SampleLog.verdict(wrong, head: 1501)
        #expect(verdict.problems.count == Verification.problemLimit)
        // The first is missing before it; 1,499 repeat its version, its id and its time.
        #expect(verdict.problems.count + verdict.furtherProblems == 1 + 3 * 1499)
        #expect(!verdict.holds)
    }
}
