import CanonicalJSON
import CaseModel

/// A record as a data package of CSV tables, one row a claim, an event, a participant, a link.
struct CSVPackage {
    private let record: ExchangeRecord
    private let withMark: Bool
    private var events = CSVPackage.events
    private var claims = CSVPackage.claims
    private var participants = CSVPackage.participants
    private var links = CSVPackage.links
    private var actors = CSVPackage.actors
    private var sources = CSVPackage.sources
    private let captured: [Slug: SourceCaptured]
    private let merged: [Slug: Slug]

    init(_ record: ExchangeRecord, withMark: Bool) {
        (self.record, self.withMark) = (record, withMark)
        captured = record.events.reduce(into: [:]) { sources, event in
            guard case .sourceCaptured(let source) = event.body.content else { return }
            sources[event.stream.slug] = source
        }
        merged = record.events.reduce(into: [:]) { merged, event in
            guard case .actorsMerged(let merger) = event.body.content else { return }
            merged[event.stream.slug] = merger.into.slug
        }
        for event in record.events { add(event) }
    }

    private var tables: [CSVTable] { [claims, events, participants, links, actors, sources] }

    /// The tables and their description; nothing is lost, because `body` holds every event whole.
    var exchanged: Exchanged {
        var loss = LossReport("csv", leftOut: record.leftOut)
        for event in record.events { loss.keepAll(event) }
        let written = tables.map { ($0, $0.bytes(withMark: withMark)) }
        let description = [UInt8](JSONValue.object(package(written)).canonicalBytes()) + [10]
        return Exchanged(
            files: [("datapackage.json", description)] + written.map { ("\($0.name).csv", $1) },
            loss: loss)
    }

    private func package(_ written: [(CSVTable, [UInt8])]) -> JSONObject {
        [
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json", "name": "cases",
            "resources": .array(
                written.map { table, bytes in
                    table.resource(bytes: bytes, keys: table.keys.filter(holds(table)))
                }),
            "x-cases": [
                "schema": "cases.csv/1",
                "escape": [
                    "prefix": "'", "where": "columns with x-cases-escape",
                    "undo": "remove one apostrophe from the beginning",
                ],
            ],
        ]
    }

    /// Whether every row of a table has what its key points at: a register may be retracted.
    private func holds(_ table: CSVTable) -> (CSVTable.Key) -> Bool {
        { key in
            guard let target = tables.first(where: { $0.name == key.table }) else { return false }
            let known = target.values(of: key.target).union([""])
            return table.values(of: key.column).isSubset(of: known)
        }
    }
}

extension CSVPackage {
    private mutating func add(_ event: Event) {
        let (body, date) = (event.body, event.body.occurred)
        events.add([
            event.name, event.id.text, event.stream.text, String(event.version),
            String(event.position), event.type.name, date?.text, (date?.earliest).ofTable,
            (date?.latest).ofTable, body.summary, body.noSource, event.recordedAt.text,
            event.recordedBy,
            record.corrected.contains(event.id) ? "true" : "false",
            record.doubts[event.id]?.rawValue, event.canonicalBody,
        ])
        for (index, claim) in body.claims.enumerated() { add(claim, index + 1, of: event) }
        for (index, actor) in body.actors.enumerated() {
            participants.add([
                event.name, String(index + 1), actor.role.rawValue, actor.actor.slug.text,
            ])
        }
        for (index, link) in body.links.enumerated() { add(link, index + 1, of: event) }
        addRegister(event)
    }

    private mutating func add(_ claim: Claim, _ number: Int, of event: Event) {
        let (date, source) = (event.body.occurred, captured[claim.source.slug])
        var (about, value): (String?, String?) = (nil, nil)
        if case .claimAdded(let added) = event.body.content {
            about = added.event.description
            value = String(decoding: added.value.canonicalBytes(), as: UTF8.self)
        }
        claims.add([
            event.name, String(number), event.stream.text, event.type.name, date?.text,
            (date?.earliest).ofTable, (date?.latest).ofTable, event.body.summary,
            claim.source.slug.text,
            source?.title, source?.publisher, source?.published?.text,
            record.withdrawn.contains(claim.source.slug) ? "true" : "false", claim.at,
            claim.printed,
            claim.quote, claim.field?.text, claim.stance?.rawValue, claim.by?.text,
            claim.grade?.text,
            about, value,
        ])
    }

    private mutating func add(_ link: Link, _ number: Int, of event: Event) {
        links.add([
            event.name, String(number), link.relation.rawValue, link.mode?.rawValue,
            link.to.description, link.basis.rawValue, link.likelihood?.rawValue,
            link.assertedBy.map(\.text).joined(separator: " "),
            link.disputedBy.map { "\($0.actor.slug)@\($0.source.slug)" }.joined(separator: " "),
        ])
    }

    private mutating func addRegister(_ event: Event) {
        let slug = event.stream.slug.text
        switch event.body.content {
        case .actorRegistered(let actor):
            actors.add([
                slug, actor.name, actor.type.rawValue, actor.country?.code,
                actor.also.joined(separator: "; "), merged[event.stream.slug]?.text,
            ])
        case .sourceCaptured(let source):
            sources.add([
                slug, source.title, source.publisher, source.authors.joined(separator: "; "),
                source.published?.text, source.url, source.grade?.text, source.sha256?.text,
                record.withdrawn.contains(event.stream.slug) ? "true" : "false",
            ])
        default: break
        }
    }
}

extension Day? {
    /// The day, where spreadsheets and Table Schema have one: from year 1 to 9999.
    fileprivate var ofTable: String? {
        flatMap { (1...9999).contains($0.year) ? $0.text : nil }
    }
}
