import Ledger
import Testing

@Suite("The head of a log")
struct HeadTests {
    private func problems(_ head: LedgerHead, events: Int = 6) -> [Problem] {
        SampleLog.verdict(Array(SampleLog.entries.prefix(events)), head: head).problems
    }

    @Test("may have the time of the last event, or a later one that a replay left")
    func sound() {
        for second in ["06", "59"] {
            let time = "2031-04-02T09:30:\(second).000000Z"
            #expect(problems(LedgerHead(position: 6, recordedAt: time)).isEmpty)
        }
    }

    @Test("has no time that is infinite, unless the log is empty")
    func infinite() {
        let problem = Problem(position: 6, kind: .headInfinite)
        #expect(problems(LedgerHead(position: 6, recordedAt: nil)) == [problem])
        #expect(problems(LedgerHead(position: 0, recordedAt: nil), events: 0).isEmpty)
    }

    @Test("has no time before that of the last event")
    func earlier() {
        let head = LedgerHead(position: 6, recordedAt: "2031-04-02T09:30:05.999999Z")
        #expect(problems(head) == [Problem(position: 6, kind: .headEarlier)])
    }

    @Test("is one row, no more and no fewer")
    func rows() {
        let time = "2031-04-02T09:30:06.000000Z"
        for rows: Int64 in [0, 2] {
            let head = LedgerHead(rows: rows, position: 6, recordedAt: time)
            #expect(problems(head) == [Problem(position: 6, kind: .headRows(rows))])
        }
    }

    @Test("names the last event, and what it leaves out or has too many is told by its place")
    func position() {
        let time = "2031-04-02T09:30:09.000000Z"
        let behind = Problem(position: 6, kind: .head(5))
        #expect(problems(LedgerHead(position: 5, recordedAt: time)) == [behind])
        let ahead = Problem(position: 7, kind: .head(8))
        #expect(problems(LedgerHead(position: 8, recordedAt: time)) == [ahead])
    }
}
