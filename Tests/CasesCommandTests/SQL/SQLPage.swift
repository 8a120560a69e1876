import Foundation

/// Docs/sql.md, read as its reader does.
struct SQLPage {
    /// A fenced block.
    struct Block {
        /// What stands behind the fence: `sql`, or nothing for an output.
        let language: String
        let lines: [String]
        var text: String { lines.joined(separator: "\n") }
    }

    /// The fenced blocks in order.
    private(set) var blocks: [Block] = []
    /// What is said about each view and column: `entries.latest date: Last day …`.
    private(set) var descriptions: [String] = []

    /// The functions for the clocks: `events_up_to(bigint)`.
    private(set) var functions: [String] = []

    init() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Docs/sql.md")
        let lines = try String(contentsOf: page, encoding: .utf8)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        readBlocks(lines)
        readViews(lines)
        functions = lines.filter { $0.hasPrefix("| `") && $0.contains(")` |") }.map { line in
            String(line.dropFirst(2).prefix { $0 != "|" }).trimmingCharacters(in: .whitespaces)
        }
    }

    private mutating func readBlocks(_ lines: [String]) {
        var open: (language: String, lines: [String])?
        for line in lines {
            switch (line.hasPrefix("```"), open) {
            case (true, let block?):
                blocks.append(Block(language: block.language, lines: block.lines))
                open = nil
            case (true, nil): open = (String(line.dropFirst(3)), [])
            case (false, .some): open?.lines.append(line)
            case (false, nil): break
            }
        }
    }

    private mutating func readViews(_ lines: [String]) {
        var view: String?
        for (line, next) in zip(lines, lines.dropFirst()) {
            if line.hasPrefix("### `") {
                view = String(line.dropFirst(5).dropLast())
                descriptions.append("\(view ?? ""): \(next)")
            } else if line.hasPrefix("## ") {
                view = nil
            } else if let view, line.hasPrefix("| `") {
                let cells = line.split(separator: " | ").map {
                    $0.trimmingCharacters(in: CharacterSet(charactersIn: "|` "))
                }
                descriptions.append("\(view).\(cells[0]) \(cells[1]): \(cells[2])")
            }
        }
    }

    /// The queries that a reader may try, each with the rows that the page shows, if any.
    var queries: [(query: String, rows: [[String]]?)] {
        let followers = blocks.dropFirst() + [Block(language: "", lines: [])]
        return zip(blocks, followers).compactMap { block, next in
            guard block.language == "sql", block.text.hasPrefix("SELECT") else { return nil }
            return (block.text.filter { $0 != ";" }, next.rows)
        }
    }

    /// The block of SQL that begins with these words.
    func block(_ words: String) -> String? {
        blocks.first { $0.language == "sql" && $0.text.hasPrefix(words) }?.text
    }
}

extension SQLPage.Block {
    /// The rows of a table as psql prints it; nil for anything else.
    fileprivate var rows: [[String]]? {
        guard language.isEmpty, lines.count > 2, lines[1].hasPrefix("---"),
            lines.last?.hasSuffix(")") == true
        else { return nil }
        return lines.dropFirst(2).dropLast().map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
        }
    }
}
