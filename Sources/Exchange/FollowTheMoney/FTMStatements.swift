import CaseModel
import Digest

/// The statements of entities as the table that FollowTheMoney reads: one row a value, with where it
/// comes from.
struct FTMStatements {
    /// The rows, the header first.
    let lines: [String]

    private static let columns = [
        "canonical_id", "entity_id", "prop", "prop_type", "schema", "value", "dataset", "origin",
        "lang",
        "original_value", "external", "first_seen", "last_seen", "id",
    ]
    private static let dataset = "cases"

    init(_ entities: [FTMEntity]) {
        lines =
            [FTMStatements.columns].map(FTMStatements.line) + entities.flatMap(FTMStatements.rows)
    }

    /// The rows of an entity, and the row that sums them up.
    private static func rows(_ entity: FTMEntity) -> [String] {
        let seen = String(entity.event.recordedAt.text.prefix(19))
        func row(_ name: String, _ type: String, _ text: String, _ rest: (String, String))
            -> [String]
        {
            [
                entity.id, entity.id, name, type, entity.schema, text, dataset, rest.0, "", rest.1,
                "f",
                seen, seen, id(of: entity, name, text),
            ]
        }
        let rows = entity.properties.map { name, value in
            row(name, type(of: name), value.text, (entity.event.name, value.original ?? ""))
        }
        let ids = rows.compactMap(\.last).sorted().joined()
        let sum = SHA1.digest(Array((entity.schema + ids).utf8)).hexadecimal
        return (rows + [row("id", "id", sum, ("", ""))]).map(line)
    }

    /// SHA-1 of dataset, entity, property and value, as the library computes it.
    private static func id(of entity: FTMEntity, _ name: String, _ value: String) -> String {
        SHA1.digest(Array("\(dataset).\(entity.id).\(name).\(value)".utf8)).hexadecimal
    }

    /// The type of each property that is written.
    private static func type(of property: String) -> String {
        types.first { $0.value.contains(property) }?.key ?? "string"
    }

    private static let types: KeyValuePairs<String, Set<String>> = [
        "name": ["name", "alias"], "country": ["country"], "topic": ["topics"],
        "url": ["sourceUrl"],
        "date": ["date", "startDate", "endDate", "listingDate", "publishedAt"],
        "text": ["description", "notes", "summary"],
        "identifier": ["programId", "authorityId"],
        "entity": [
            "organizer", "involved", "proof", "entity", "document", "owner", "asset", "subject",
            "object",
        ],
    ]

    /// A row with every cell in quotation marks, as the library writes it.
    private static func line(_ cells: [String]) -> String {
        cells.map(CSVLine.inQuotes).joined(separator: ",")
    }
}
