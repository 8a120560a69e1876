import CanonicalJSON
import CaseModel
import Projections
import Wording

extension DueAnswer: Presentation {
    var lines: [String] {
        var block = Block()
        if items.isEmpty {
            block.add("Nothing runs out or is due within \(within) days from \(from.phrase).")
        }
        for item in items {
            block.add("\(item.date.phrase), \(item.distance): \(title(item))")
            block.add("set by \(item.setBy)" + mark(certain: item.isCertain), margin: 2, .faint)
        }
        block.addReading(knownAt, clocks, registers)
        return block.lines
    }
}
