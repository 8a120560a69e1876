import CaseModel

/// The statements of OpenSanctions: one row a value of an entity.
///
/// The parties are the entities that a `Sanction` names.
enum StatementTable {
    private static let columns = [
        "canonical_id", "entity_id", "prop", "schema", "value", "dataset",
    ]

    /// What the statements say about one entity.
    private struct Entity {
        let id: String
        let line: Int
        var schema = ""
        var values: [String: [String]] = [:]
        var englishName: String?

        mutating func take(_ record: CSVRecords.Record) {
            if ["", "Thing", "LegalEntity"].contains(schema) { schema = record["schema"] }
            guard let value = record["value"].stated, record["prop"] != "id" else { return }
            let prop = record["prop"]
            if !values[prop, default: []].contains(value) {
                values[prop, default: []].append(value)
            }
            if prop == "name", record["lang"] == "eng", englishName == nil { englishName = value }
        }

        subscript(props: String...) -> [String] { props.flatMap { values[$0] ?? [] } }
    }

    static func rows(of bytes: [UInt8]) throws(ListFaults) -> [ListedRow] {
        let records = try CSVRecords(bytes, requiring: columns).records
        let (entities, canonical) = try entities(of: records)
        let byID = Dictionary(uniqueKeysWithValues: entities.map { ($0.id, $0) })
        let sanctions = sanctions(among: entities, canonical)
        var collector = RowCollector()
        for entity in entities {
            guard let sanctions = sanctions[entity.id] else { continue }
            collector.take { () throws(ListFaults) in try row(of: entity, sanctions) }
        }
        for (id, sanctions) in sanctions.sorted(by: { $0.key < $1.key }) where byID[id] == nil {
            collector.take { () throws(ListFaults) in
                throw ListFaults(
                    line: sanctions.first?.line,
                    "the sanction names \(quoted(id)), which is not in the file")
            }
        }
        return try collector.finish("party that a Sanction names")
    }

    private static func entities(
        of records: [CSVRecords.Record]
    ) throws(ListFaults) -> (entities: [Entity], canonical: [String: String]) {
        var (entities, places): ([Entity], [String: Int]) = ([], [:])
        var canonical: [String: String] = [:]
        for record in records {
            guard let id = record["canonical_id"].stated, record["prop"].stated != nil else {
                throw ListFaults(
                    line: record.line, "the statement has no canonical_id, or no prop")
            }
            canonical[record["entity_id"]] = id
            let place = places[id] ?? entities.count
            if place == entities.count {
                entities.append(Entity(id: id, line: record.line))
                places[id] = place
            }
            entities[place].take(record)
        }
        return (entities, canonical)
    }

    /// The sanctions by the canonical id of the party that they name.
    private static func sanctions(
        among entities: [Entity], _ canonical: [String: String]
    ) -> [String: [Entity]] {
        var sanctions: [String: [Entity]] = [:]
        for entity in entities where entity.schema == "Sanction" {
            for party in entity["entity"] {
                sanctions[canonical[party] ?? party, default: []].append(entity)
            }
        }
        return sanctions
    }

    private static func row(
        of entity: Entity, _ sanctions: [Entity]
    ) throws(ListFaults) -> ListedRow {
        guard let name = entity.englishName ?? entity["name"].first else {
            throw ListFaults(line: entity.line, "\(entity.id): the party has no name")
        }
        guard let type = types[entity.schema] else {
            throw ListFaults(
                line: entity.line, "\(entity.id): a \(quoted(entity.schema)) is not a party",
                hint: types.keys.sorted().joined(separator: ", "))
        }
        var row = ListedRow(line: entity.line, id: entity.id, name: name, type: type)
        row.add(aliases: entity["name", "alias"])
        let countries = [entity["country"], entity["nationality", "citizenship", "jurisdiction"]]
        row.country = countries.first { !$0.isEmpty }?.onlyCountry
        row.printed = sanctions.flatMap { $0["listingDate"] }.min()
        row.listed = try (row.printed ?? "").date("\(entity.id): listingDate", line: entity.line)
        row.instrument = sanctions.flatMap { $0["program"] }.first
        row.origin = sanctions.flatMap { $0["authority"] }.first
        return row
    }

    private static let types: [String: ActorType] = [
        "Person": .person, "Company": .company, "LegalEntity": .company, "Organization": .group,
        "PublicBody": .agency, "Vessel": .item, "Airplane": .item, "Vehicle": .item,
        "Security": .item, "CryptoWallet": .item,
    ]
}
