import CaseModel

/// The Entity List in the XML of the eCFR: the tables of supplement 4 to part 744.
///
/// A row has five cells: country, entity, licence requirement, licence review policy, and citations
/// of the Federal Register. The country stands in the first row of its entities only. Rows have no
/// identifier: theirs is made from country and name.
enum EntityListTable {
    static func rows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let root = try XMLPart.root(of: bytes)
        let parts = (root.name == "DIV9" ? [root] : []) + root.all("DIV9")
        let supplement = parts.first {
            $0["N"].lowercased().hasPrefix("supplement no. 4 to part 744")
        }
        guard let supplement else {
            throw ListFaults(
                line: root.line, "there is no DIV9 \"Supplement No. 4 to Part 744\" in it",
                hint: "is it another form, or another part of title 15?")
        }
        var collector = RowCollector()
        var country = ""
        for line in supplement.all("TR") where !line.children("TD").isEmpty {
            let cells = line.children("TD").map { $0.text.folded }
            if cells.count == 5, let named = cells[0].stated { country = named }
            if cells.count == 5, cells[1].isEmpty, !cells[0].isEmpty { continue }
            collector.take { () throws(ListFaults) in
                try row(of: cells, in: country, line: line.line)
            }
        }
        return distinguished(try collector.finish("row"))
    }

    private static func row(
        of cells: [String], in country: String, line: Int
    ) throws(ListFaults) -> ListedRow {
        guard cells.count == 5 else {
            throw ListFaults(line: line, "the row has \(cells.count) cells, not 5")
        }
        guard !country.isEmpty else { throw ListFaults(line: line, "the row has no country") }
        let entity = EntityText(cells[1])
        guard !entity.name.isEmpty else { throw ListFaults(line: line, "the row has no entity") }
        // The list does not say whether a party is a person or a company.
        var row = ListedRow(
            line: line, id: "\(country): \(entity.name)", name: entity.name, type: .company)
        row.add(aliases: entity.aliases)
        row.country = CountryNames.country(named: country)
        row.effect = cells[2].stated
        row.instrument = cells[4].stated
        row.printed = row.instrument
        return row
    }

    /// The rows with the citations added to the identifiers of those that share country and name.
    private static func distinguished(_ rows: [ListedRow]) -> [ListedRow] {
        let counts = Dictionary(grouping: rows, by: \.id).mapValues(\.count)
        return rows.map { row in
            var row = row
            if counts[row.id] != 1, let citation = row.instrument { row.id += ", \(citation)" }
            return row
        }
    }
}

/// The cell of an entity: its name, then other names behind "a.k.a.", then addresses.
struct EntityText {
    /// The name.
    let name: String
    /// The other names that stand behind dashes.
    let aliases: [String]

    init(_ text: String) {
        let marks = [", a.k.a.", ", f.k.a.", ", d.b.a.", ", n.k.a.", " (a.k.a.", " a.k.a.,"]
        let found = marks.compactMap { text.firstRange(of: $0) }
            .min { $0.lowerBound < $1.lowerBound }
        guard let found else {
            (name, aliases) = (EntityText.firstName(in: text), [])
            return
        }
        name = String(text[..<found.lowerBound])
        let pieces = text[found.upperBound...].split(separator: "—").dropFirst()
        aliases = pieces.enumerated().map { index, piece in
            let isLast = index == pieces.count - 1
            return EntityText.alias(String(piece), isLast: isLast)
        }
    }

    /// An alias without what joins it to the next one, and the last one without the address.
    private static func alias(_ piece: String, isLast: Bool) -> String {
        var words = piece.split(separator: " ").map(String.init)
        if !isLast {
            if words.last == "and" { words.removeLast() }
            let text = words.joined(separator: " ")
            return text.hasSuffix(";") || text.hasSuffix(",") ? String(text.dropLast()) : text
        }
        let end = words.indices.first { index in
            let word = words[index]
            guard word.hasSuffix(".") || word.hasSuffix(",") else { return false }
            let next = words.dropFirst(index + 1).first
            // "J. Roe" and "No. 5" go on.
            let isEnd = word.hasSuffix(",") || word.count > 3 || isLegalForm(word)
            return isEnd && !(next.map(isLegalForm) ?? false)
        }
        if let end { words = Array(words[...end]) }
        let name = words.joined(separator: " ")
        let isWhole = words.last.map(isLegalForm) ?? true
        return name.hasSuffix(",") || name.hasSuffix(".") && !isWhole
            ? String(name.dropLast()) : name
    }

    /// The text up to the first comma that no legal form follows.
    private static func firstName(in text: String) -> String {
        let parts = text.split(separator: ", ", omittingEmptySubsequences: true).map(String.init)
        var name = parts.first ?? ""
        for part in parts.dropFirst() {
            guard let word = part.split(separator: " ").first, isLegalForm(String(word)) else {
                break
            }
            // "Ltd. No. 1 Street": the address goes on without a comma.
            guard part == String(word) || part == "\(word);" else {
                return "\(name), \(word)"
            }
            name += ", \(word)"
        }
        return name.hasSuffix(";") ? String(name.dropLast()) : name
    }

    private static func isLegalForm(_ word: String) -> Bool {
        let plain = word.lowercased().filter { $0.isLetter }
        return legalForms.contains(plain)
    }

    private static let legalForms: Set<String> = [
        "ag", "co", "company", "corp", "corporation", "fze", "fzco", "fzllc", "gmbh", "inc",
        "jsc", "limited", "llc", "llp", "ltd", "ooo", "ojsc", "pjsc", "plc", "pte", "pvt", "sa",
        "sal", "sarl", "sdn", "bhd", "spa", "srl",
    ]
}
