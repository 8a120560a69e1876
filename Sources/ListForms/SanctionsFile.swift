import CaseModel

/// The EU's consolidated financial sanctions file: an `export` of `sanctionEntity` elements.
enum SanctionsFile {
    static func rows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let root = try XMLPart.root(of: bytes)
        guard root.name == "export" else {
            throw ListFaults(
                line: root.line, "the root is \(root.name), not export", hint: "is it another form?"
            )
        }
        var collector = RowCollector()
        for entity in root.children("sanctionEntity") {
            collector.take { () throws(ListFaults) in try row(of: entity) }
        }
        return try collector.finish("sanctionEntity")
    }

    private static func row(of entity: XMLPart) throws(ListFaults) -> ListedRow {
        guard let id = entity["euReferenceNumber"].stated ?? entity["logicalId"].stated else {
            throw ListFaults(
                line: entity.line, "the sanctionEntity has no euReferenceNumber and no logicalId")
        }
        let names = entity.children("nameAlias").filter { !$0["wholeName"].isEmpty }
        guard let name = mainName(of: names) else {
            throw ListFaults(line: entity.line, "\(id): no nameAlias has a wholeName")
        }
        let code = entity.children("subjectType").first?["code"] ?? ""
        guard let type = types[code] else {
            throw ListFaults(
                line: entity.line, "\(id): unknown subjectType \(quoted(code))",
                hint: "person or enterprise")
        }
        var row = ListedRow(line: entity.line, id: id, name: name, type: type)
        row.add(aliases: names.map { $0["wholeName"] })
        row.country = countries(of: entity).onlyCountry
        try state(regulations: entity.children("regulation"), in: &row)
        return row
    }

    /// The first strong name in English or without a language, else the first strong, else the
    /// first.
    private static func mainName(of names: [XMLPart]) -> String? {
        let strong = names.filter { $0["strong"] != "false" }
        let plain = strong.first { ["", "EN"].contains($0["nameLanguage"]) }
        return (plain ?? strong.first ?? names.first)?["wholeName"]
    }

    private static func countries(of entity: XMLPart) -> [String] {
        let own = ["citizenship", "address"].map { name in
            entity.children(name).map { $0["countryIso2Code"] }.filter { !["", "00"].contains($0) }
        }
        return own.first { !$0.isEmpty } ?? []
    }

    /// The earliest regulation that the file gives for the party.
    private static func state(
        regulations: [XMLPart], in row: inout ListedRow
    ) throws(ListFaults) {
        let dated = regulations.filter { !$0["publicationDate"].isEmpty }
        let first = dated.min { $0["publicationDate"] < $1["publicationDate"] }
        guard let regulation = first ?? regulations.first else { return }
        row.listed = try regulation["publicationDate"].date(
            "\(row.id): publicationDate", line: regulation.line)
        row.instrument = regulation["numberTitle"].stated
        row.printed = regulation["publicationDate"].stated ?? row.instrument
    }

    private static let types: [String: ActorType] = ["person": .person, "enterprise": .company]
}
