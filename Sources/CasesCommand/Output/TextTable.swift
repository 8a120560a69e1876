import CommandSupport
import Projections

/// A table as wide as the terminal: the flexible column gets the space that the others leave.
struct TextTable {
    /// The titles of the columns.
    let titles: [String]
    /// Which column is wrapped to fit.
    let flexible: Int
    /// The rows; a cell is a list of paragraphs, each wrapped separately.
    private(set) var rows: [[[Paragraph]]] = []

    private static let gap = 2
    private static let narrowest = 20

    init(_ titles: String..., flexible: Int) {
        self.titles = titles
        self.flexible = flexible
    }

    /// Adds a row of cells of one paragraph each.
    mutating func add(_ cells: String...) { add(paragraphs: cells.map { [$0] }) }

    /// Adds a row of cells of several paragraphs.
    mutating func add(paragraphs cells: [[String]]) {
        add(marked: cells.map { $0.map { Paragraph($0) } })
    }

    /// Adds a row of cells of several paragraphs, each with its look.
    mutating func add(marked cells: [[Paragraph]]) {
        rows.append(cells.map { $0.map { Paragraph(plain($0.text), $0.look) } })
    }

    /// The lines of the table.
    var lines: [String] {
        let widths = widths
        let all = [titles.map { [Paragraph($0, .heading)] }] + rows
        return all.flatMap { row in lines(of: row, widths) }
    }

    private var widths: [Int] {
        var widths = titles.indices.map { column in
            ([columns(titles[column])] + rows.flatMap { $0[column].map { columns($0.text) } })
                .max() ?? 0
        }
        let room = terminalWidth - TextTable.gap * (widths.count - 1)
        while widths.reduce(0, +) > room { narrow(&widths) }
        return widths
    }

    /// Takes one column of width from the flexible table column while it has room, otherwise from
    /// the widest.
    private func narrow(_ widths: inout [Int]) {
        let widest = widths.indices.max { widths[$0] < widths[$1] } ?? flexible
        widths[widths[flexible] > TextTable.narrowest ? flexible : widest] -= 1
    }

    private func lines(of row: [[Paragraph]], _ widths: [Int]) -> [String] {
        let cells = zip(row, widths).map { cell, width in
            cell.flatMap { paragraph in
                wrap(paragraph.text, to: width).map { Paragraph($0, paragraph.look) }
            }
        }
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let texts = zip(cells, widths).map { cell, width in
                guard line < cell.count else { return "".padded(to: width) }
                let blanks = String(repeating: " ", count: width - columns(cell[line].text))
                return inked(cell[line].text, cell[line].look) + blanks
            }
            return texts.joined(separator: String(repeating: " ", count: TextTable.gap))
                .trimmedAtEnd
        }
    }
}

extension String {
    /// The text without trailing blanks.
    var trimmedAtEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
