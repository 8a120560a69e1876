import CanonicalJSON
import CaseModel
import Projections
import Wording

extension ResponsesAnswer: Presentation {
    var lines: [String] {
        var block = Block()
        if pairs.isEmpty { block.add("No responses.") }
        for pair in pairs {
            block.add("\(pair.by) answers \(pair.to): \(pair.counts)")
            block.add("after \(pair.days.phrase); median: \(pair.median.phrase)", margin: 2)
        }
        block.addReading(knownAt, clocks, registers)
        return block.lines
    }

    var sheet: Sheet {
        Sheet(
            columns: [
                "by", "to", "acts", "retaliations", "disputed", "rounds", "days_min", "days_max",
                "median_min", "median_max",
            ],
            rows: pairs.map { pair in
                [pair.by, pair.to]
                    + [pair.acts, pair.retaliations, pair.disputed, pair.rounds].map { String($0) }
                    + [pair.days.min, pair.days.max, pair.median.min, pair.median.max]
                    .map { $0.map { String($0) } ?? "" }
            })
    }
}

extension ResponsePair {
    /// `3 acts, 2 rounds, 1 in retaliation, 1 disputed`.
    fileprivate var counts: String {
        [
            acts == 1 ? "1 act" : "\(acts) acts", rounds == 1 ? "1 round" : "\(rounds) rounds",
            retaliations > 0 ? "\(retaliations) in retaliation" : nil,
            disputed > 0 ? "\(disputed) disputed" : nil,
        ].compactMap(\.self).joined(separator: ", ")
    }
}
