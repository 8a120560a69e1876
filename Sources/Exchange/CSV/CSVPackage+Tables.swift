/// The tables of the package: what a spreadsheet shows of a record.
extension CSVPackage {
    private typealias Column = CSVTable.Column

    private static let dates = [
        Column(
            name: "occurred", kind: .edtf,
            meaning: "when it happened, as precise as its source (EDTF)"),
        Column(
            name: "earliest", kind: .day,
            meaning: "the first day that occurred allows; empty if open"),
        Column(
            name: "latest", kind: .day, meaning: "the last day that occurred allows; empty if open"),
    ]
    private static let event = Column(
        name: "event", kind: .name,
        meaning: "the event: CASE/KEY, actor/SLUG/registered, or CASE#VERSION without a key"
    )
    private static let number = Column(
        name: "n", kind: .integer, meaning: "counted from 1 in the event")
    private static let summary = Column(
        name: "summary", kind: .text, meaning: "what happened, in the recorder's words")

    private static func ofEvent() -> CSVTable.Key {
        CSVTable.Key(column: "event", table: "events", target: "event")
    }

    private static func table(
        _ name: String, _ meaning: String, key: [String], _ columns: [CSVTable.Column],
        keys: [CSVTable.Key]
    ) -> CSVTable {
        var table = CSVTable(name, meaning, key: key, columns)
        table.keys = keys
        return table
    }

    static let claims = table(
        "claims", "What each source says: one row a claim.", key: ["event", "n"],
        [
            event, number, Column(name: "stream", kind: .name, meaning: "case/SLUG, actor/SLUG, …"),
            Column(name: "type", kind: .name, meaning: "the type of the event"),
        ] + dates + [
            summary,
            Column(name: "source", kind: .name, meaning: "who says so: the slug of the source"),
            Column(name: "title", kind: .text, meaning: "the title of the source"),
            Column(name: "publisher", kind: .text, meaning: "its publisher"),
            Column(name: "published", kind: .edtf, meaning: "when it was published (EDTF)"),
            Column(
                name: "withdrawn", kind: .flag, meaning: "whether the source no longer counts"),
            Column(name: "at", kind: .text, meaning: "the place in the source"),
            Column(
                name: "printed", kind: .text, meaning: "the wording that the reading is based on"),
            Column(name: "quote", kind: .text, meaning: "the words of the source"),
            Column(
                name: "field", kind: .name,
                meaning: "the field that the claim is about; empty: the event"),
            Column(
                name: "stance", kind: .name, meaning: "denies, doubts or foretells; empty: states"),
            Column(name: "by", kind: .edtf, meaning: "the day by which it is foretold (EDTF)"),
            Column(name: "grade", kind: .name, meaning: "reliability A to F, credibility 1 to 6"),
            Column(
                name: "about", kind: .name, meaning: "the other event that an added claim is about"),
            Column(
                name: "value", kind: .text, meaning: "what an added claim says instead, as JSON"),
        ],
        keys: [ofEvent(), .init(column: "source", table: "sources", target: "source")])

    static let events = table(
        "events", "The events as they stand, corrections applied.", key: ["event"],
        [
            event, Column(name: "id", kind: .name, meaning: "its UUID"),
            Column(name: "stream", kind: .name, meaning: "case/SLUG, actor/SLUG, source/SLUG, …"),
            Column(name: "version", kind: .integer, meaning: "its number in the stream"),
            Column(name: "position", kind: .integer, meaning: "its number in the log"),
            Column(
                name: "type", kind: .name, meaning: "what happened: cases types lists the types"),
        ] + dates + [
            summary,
            Column(name: "no_source", kind: .text, meaning: "why there is no source"),
            Column(name: "recorded_at", kind: .instant, meaning: "when it was recorded"),
            Column(name: "recorded_by", kind: .text, meaning: "who recorded it"),
            Column(name: "corrected", kind: .flag, meaning: "whether it was corrected since"),
            Column(
                name: "doubt", kind: .name,
                meaning: "foretold, doubted, denied, disputed, unsupported; empty: a fact"),
            Column(
                name: "body", kind: .name, meaning: "everything that it says, as JSON (RFC 8785)"),
        ], keys: [])

    static let participants = table(
        "participants", "Who took part: one row an actor in an event.", key: ["event", "n"],
        [
            event, number, Column(name: "role", kind: .name, meaning: "actor, target, …"),
            Column(name: "actor", kind: .name, meaning: "the slug of the actor"),
        ], keys: [ofEvent(), .init(column: "actor", table: "actors", target: "actor")])

    static let links = table(
        "links", "How events are related to earlier ones.", key: ["event", "n"],
        [
            event, number,
            Column(name: "relation", kind: .name, meaning: "this event RELATION that one"),
            Column(name: "mode", kind: .name, meaning: "how it responds"),
            Column(name: "to", kind: .name, meaning: "the earlier event"),
            Column(name: "basis", kind: .name, meaning: "explicit, inferred or temporal"),
            Column(name: "likelihood", kind: .name, meaning: "a term of ICD-203"),
            Column(
                name: "asserted_by", kind: .name, meaning: "sources, or analyst, parted by blanks"),
            Column(name: "disputed_by", kind: .name, meaning: "ACTOR@SOURCE, parted by blanks"),
        ], keys: [ofEvent()])

    static let actors = table(
        "actors", "The actors.", key: ["actor"],
        [
            Column(name: "actor", kind: .name, meaning: "its slug"),
            Column(name: "name", kind: .text, meaning: "its name"),
            Column(name: "type", kind: .name, meaning: "company, agency, person, …"),
            Column(name: "country", kind: .name, meaning: "ISO 3166-1 alpha-2"),
            Column(name: "also", kind: .text, meaning: "other names, parted by semicolons"),
            Column(name: "merged_into", kind: .name, meaning: "the actor that it turned out to be"),
        ], keys: [])

    static let sources = table(
        "sources", "The sources.", key: ["source"],
        [
            Column(name: "source", kind: .name, meaning: "its slug"),
            Column(name: "title", kind: .text, meaning: "its title"),
            Column(name: "publisher", kind: .text, meaning: "its publisher"),
            Column(name: "authors", kind: .text, meaning: "its authors, parted by semicolons"),
            Column(name: "published", kind: .edtf, meaning: "when it was published (EDTF)"),
            Column(name: "url", kind: .text, meaning: "where it is"),
            Column(name: "grade", kind: .name, meaning: "reliability and credibility"),
            Column(name: "sha256", kind: .name, meaning: "the digest of the document"),
            Column(name: "withdrawn", kind: .flag, meaning: "whether it no longer counts"),
        ], keys: [])
}
