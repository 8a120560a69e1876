import CanonicalJSON
import CaseModel
import Testing

extension Log {
    /// Adds a source; nil where it is undated.
    mutating func source(_ slug: String, _ published: String?, on day: Int64 = 0) throws {
        let published = published.map(JSONValue.string) ?? .null
        try add(
            "source.captured", "captured",
            ["data": ["title": .null, "publisher": .null, "published": published]],
            in: "source/\(slug)", on: day)
    }

    /// A log with one source of each kind: dated to a day, to a window of days, and undated.
    static func withSources() throws -> Log {
        var log = Log()
        try log.source("order", "2031-04-02")
        try log.source("letter", "[2031-04-05..2031-04-10]")
        try log.source("article", "2031-05-01")
        try log.source("leaflet", nil, on: 22_400)
        return log
    }

    /// The events as clocks show them; days are EDTF.
    func seen(
        asOf: String? = nil, publishedBy: String? = nil, knownAt: Int64? = nil
    ) throws -> [EffectiveEvent] {
        let sources = try effective(events, by: Clocks(knownAt: knownAt))
        return try effective(
            events,
            by: Clocks(
                asOf: try asOf.map { try EDTFDate($0) },
                publishedBy: try publishedBy.map { try EDTFDate($0) },
                knownAt: knownAt),
            publications: Publications(sources))
    }

    /// One event as published by a day; nil where nobody had said it.
    func published(_ key: String, by day: String) throws -> EffectiveEvent? {
        try seen(publishedBy: day).first { $0.event.body.key?.text == key }
    }

    /// Adds a happening that sources claim, and others deny.
    mutating func happened(
        _ key: String, _ occurred: String? = "2031-04-01", claims sources: [String],
        deniedBy deniers: [String] = [], links: [JSONValue] = []
    ) throws {
        let claims: [JSONValue] = sources.map { ["source": .string($0)] }
        let denials: [JSONValue] = deniers.map { ["source": .string($0), "stance": "denies"] }
        try add(
            "action.taken", key,
            [
                "occurred": occurred.map(JSONValue.string) ?? .null, "summary": "Acme moves.",
                "actors": [["role": "actor", "actor": "acme"]], "data": ["what": "moves"],
                "claims": .array(claims + denials), "links": .array(links),
            ])
    }

    /// Adds an event about the record that sources claim.
    mutating func record(
        _ name: String, _ key: String, _ data: JSONObject, claims sources: [String]
    ) throws {
        try add(
            name, key,
            [
                "data": .object(data),
                "claims": .array(sources.map { ["source": .string($0)] }),
            ])
    }
}
