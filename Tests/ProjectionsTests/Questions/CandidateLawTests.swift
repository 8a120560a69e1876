import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

/// The rows by which questions over all cases are narrowed leave out nothing that the whole log
/// would answer.
@Suite struct CandidateLawTests {
    private func rows(_ projection: Projection, of history: History) throws -> [[Cell]] {
        try Dictionary(grouping: history.events, by: \.stream).flatMap { stream, events in
            try projection.rows(of: try StreamHistory(of: stream, events)).map(\.cells)
        }
    }

    private func seen(_ history: History, on day: EDTFDate) throws -> [EffectiveEvent] {
        try effective(history.events, by: Clocks(asOf: day))
    }

    @Test func `a measure that one case names is in force on no day outside its row`() throws {
        var generator = SplitMix(seed: 0x5eed_1310)
        var (within, ended) = (0, 0)
        for _ in 0..<1_000 {
            let history = try RandomLife(using: &generator).history
            let rows = try rows(.measures, of: history)
            for text in April.clockTexts {
                let (day, last) = (try EDTFDate(text), try #require(April.clocks[text]) + 22_369)
                let measures = KnownMeasure.all(
                    in: try seen(history, on: day), asOf: day, registers: Registers())
                for measure in measures where measure.mayBeInForce {
                    let own = rows.filter { $0[1] == .text(measure.slug.text) }
                    #expect(own.contains { $0.begins(by: last) })
                    guard own.count == 1, day.earliest == day.latest else { continue }
                    #expect(own.contains { $0.lasts(until: last) })
                    within += 1
                }
                ended += rows.count { !$0.lasts(until: last) }
            }
        }
        // Rows that exclude nothing would be within the law, and of no use.
        #expect(within > 300 && ended > 300)
    }

    @Test
    func `whatever is due is due on a day of a row, of its case or of another about the measure`()
        throws
    {
        var generator = SplitMix(seed: 0x5eed_1311)
        var count = 0
        for _ in 0..<1_000 {
            let history = try RandomLife(using: &generator).history
            let days = Set(
                try rows(.due, of: history).map { cells in cells.prefix(3).filter { !$0.isNumber } }
            )
            let text = try #require(April.clockTexts.randomElement(using: &generator))
            let day = try EDTFDate(text)
            let items = DueItems(
                try seen(history, on: day), from: try EDTFDate("2031-04-01"), asOf: day,
                registers: Registers())
            for item in items.all {
                let cases = item.kind == .control ? ["\(item.case)"] : ["acme", "other"]
                #expect(
                    cases.contains { days.contains([.text("case/\($0)"), .text(item.date.text)]) })
                count += 1
            }
        }
        #expect(count > 200)
    }
}

extension KnownMeasure {
    fileprivate var mayBeInForce: Bool {
        life?.status == .inForce || life?.perhaps.contains { $0.status == "in_force" } ?? false
    }
}

extension [Cell] {
    fileprivate func begins(by day: Int64) -> Bool {
        if case .integer(let first?) = self[6] { first <= day } else { true }
    }

    fileprivate func lasts(until day: Int64) -> Bool {
        if case .integer(let last?) = self[7] { last >= day } else { true }
    }
}

extension Cell {
    fileprivate var isNumber: Bool { if case .integer = self { true } else { false } }
}
