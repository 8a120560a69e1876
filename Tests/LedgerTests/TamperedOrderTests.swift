import Ledger
import Testing

@Suite("Verification finds a missing or moved event and names its position")
struct TamperedOrderTests {
    @Test("an event taken out")
    func missing() {
        var entries = SampleLog.entries
        entries.remove(at: 2)
        #expect(
            SampleLog.verdict(entries).problems == [
                Problem(position: 3, kind: .missing(through: 3)),
                Problem(position: 5, kind: .version(expected: 2, found: 3)),
            ])
    }

    @Test("several events taken out, from the first on")
    func missingStart() {
        let entries = Array(SampleLog.entries.dropFirst(4))
        #expect(
            SampleLog.verdict(entries).problems.first
                == Problem(position: 1, kind: .missing(through: 4)))
    }

    @Test("the last event taken out: the head gives it away")
    func missingEnd() {
        let entries = Array(SampleLog.entries.dropLast())
        #expect(
            SampleLog.verdict(entries).problems == [Problem(position: 6, kind: .head(6))])
    }

    @Test("an event behind the head")
    func beyondHead() {
        #expect(
            SampleLog.verdict(SampleLog.entries, head: 4).problems
                == [Problem(position: 5, kind: .head(4))])
    }

    @Test("an event taken out and the later ones moved up")
    func movedUp() {
        var entries = SampleLog.entries
        entries.remove(at: 3)
        for index in 3..<entries.count { entries[index].position -= 1 }
        #expect(
            SampleLog.verdict(entries, head: 5).problems
                == [Problem(position: 5, kind: .version(expected: 2, found: 3))])
    }

    @Test("two events of one stream swapped")
    func swapped() {
        let problems = SampleLog.verdict(swap(2, 4)).problems
        #expect(problems.contains(Problem(position: 2, kind: .version(expected: 1, found: 2))))
        #expect(problems.contains(Problem(position: 4, kind: .version(expected: 3, found: 1))))
    }

    @Test("two events of different streams swapped: their times tell")
    func swappedStreams() {
        #expect(
            SampleLog.verdict(swap(3, 4)).problems
                == [Problem(position: 4, kind: .notRecordedLater)])
    }

    @Test("one position twice, and a position that comes too late")
    func outOfOrder() {
        var entries = SampleLog.entries
        entries[3].position = 3
        #expect(
            SampleLog.verdict(entries).problems == [
                Problem(position: 3, kind: .outOfOrder(after: 3)),
                Problem(position: 4, kind: .missing(through: 4)),
            ])
    }

    @Test("one id twice")
    func idTwice() {
        var entries = SampleLog.entries
        entries[5].rewrite(id: entries[1].header.id, withLeaf: true)
        #expect(
            SampleLog.verdict(entries).problems == [Problem(position: 6, kind: .idTaken(at: 2))])
    }

    @Test("the largest numbers that a column can hold are found wrong, and nothing overflows")
    func largest() {
        var entries = SampleLog.entries
        entries[2].rewrite(version: .max, withLeaf: true)
        entries[5].position = .max
        let positions = SampleLog.verdict(entries + [entries[5]], head: .max).problems
            .map(\.position)
        #expect(positions.contains(3) && positions.contains(6) && positions.contains(.max))
    }

    /// The log with the positions of two of its events exchanged.
    private func swap(_ first: Int, _ second: Int) -> [LedgerEntry] {
        var entries = SampleLog.entries
        entries.swapAt(first - 1, second - 1)
        for index in entries.indices { entries[index].position = Int64(index + 1) }
        return entries
    }
}
