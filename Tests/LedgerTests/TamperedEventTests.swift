import Ledger
import Testing

@Suite("Verification finds a changed event and names its position")
struct TamperedEventTests {
    @Test("a body changed")
    func body() {
        expect([Problem(position: 3, kind: .bodyChanged)]) {
            $0.body?.bytes.append(UInt8(ascii: " "))
        }
    }

    @Test("a salt changed")
    func salt() {
        expect([Problem(position: 3, kind: .bodyChanged)]) { $0.salt?[0] ^= 1 }
    }

    @Test("a body gone without its salt, and a salt without its body")
    func half() {
        expect([Problem(position: 3, kind: .saltWithoutBody)]) { $0.body = nil }
        expect([Problem(position: 3, kind: .bodyWithoutSalt)]) { $0.salt = nil }
    }

    @Test("a body that no longer reads as JSON")
    func unreadable() {
        expect([Problem(position: 3, kind: .bodyUnreadable)]) { $0.body?.key = .unreadable }
    }

    @Test("a digest changed so that it fits a new body: the leaf no longer fits")
    func digest() {
        expect([Problem(position: 3, kind: .headerChanged)]) { entry in
            entry.body?.bytes = [0x7b, 0x7d]
            let digest = EventHeader.bodyDigest(salt: entry.salt ?? [], body: [0x7b, 0x7d])
            entry.rewrite(digest: digest)
        }
    }

    @Test("a type, an author or a time changed")
    func header() {
        let changed = [Problem(position: 3, kind: .headerChanged)]
        expect(changed) { $0.rewrite(type: "case.closed") }
        expect(changed) { $0.rewrite(recordedBy: "writer/otto") }
        expect(changed) { $0.rewrite(recordedAt: "2031-04-02T09:30:03.000001Z") }
    }

    @Test("a leaf changed")
    func leaf() {
        expect([Problem(position: 3, kind: .headerChanged)]) { $0.leaf[31] ^= 1 }
    }

    @Test("another language claimed, which nobody here can read")
    func language() {
        expect([Problem(position: 3, kind: .unknownLanguage(2))]) {
            $0.rewrite(language: 2, withLeaf: true)
        }
    }

    @Test("a key's column changed: neither the body nor the id has that key")
    func key() {
        let both = [
            Problem(position: 3, kind: .idNotOfKey), Problem(position: 3, kind: .keyNotOfBody),
        ]
        expect(both) { $0.key = "another" }
    }

    @Test("a key's column emptied")
    func keyGone() {
        expect([Problem(position: 3, kind: .keyNotOfBody)]) { $0.key = nil }
    }

    @Test("a key given to an event whose body has none")
    func keyAdded() {
        var entries = SampleLog.entries
        entries[5].key = "another"
        let found = SampleLog.verdict(entries).problems.filter { $0.kind == .keyNotOfBody }
        #expect(found.map(\.position) == [6])
    }

    @Test("an id that stream and key do not give, even with leaf and header made to fit")
    func id() {
        expect([Problem(position: 3, kind: .idNotOfKey)]) {
            $0.rewrite(id: EventNumber(0xbd54_59e0), withLeaf: true)
        }
    }

    @Test("an event rewritten throughout: only the root can tell, and it does")
    func thorough() {
        var entries = SampleLog.entries
        entries[2].rewrite(type: "case.closed", withLeaf: true)
        let verdict = SampleLog.verdict(entries)
        #expect(verdict.problems == [])
        #expect(verdict.root != SampleLog.verdict(SampleLog.entries).root)
    }

    /// Tampers with the event at position 3 and expects just these problems.
    private func expect(_ problems: [Problem], after tamper: (inout LedgerEntry) -> Void) {
        var entries = SampleLog.entries
        tamper(&entries[2])
        #expect(SampleLog.verdict(entries).problems == problems)
    }
}
