import CanonicalJSON
import CaseModel
import Projections

extension ResponsesAnswer: Presentation {
    var lines: [String] {
        var table = TextTable("WHO", "ANSWERS", "ACTS", "ROUNDS", "DAYS", "MEDIAN", flexible: 4)
        for pair in pairs {
            table.add(paragraphs: [
                [pair.by], [pair.to], [String(pair.acts)] + pair.remarks, [String(pair.rounds)],
                [pair.days.phrase], [pair.median.phrase],
            ])
        }
        let read = ["as recorded at position \(knownAt)"] + clocks.remarks(registers)
        return (pairs.isEmpty ? ["Nobody answers anybody."] : table.lines) + [""]
            + wrap(plain(read.joined(separator: "; ")), to: terminalWidth)
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
    fileprivate var remarks: [String] {
        [
            retaliations > 0 ? "\(retaliations) in retaliation" : nil,
            disputed > 0 ? "\(disputed) disputed" : nil,
        ].compactMap(\.self)
    }
}
