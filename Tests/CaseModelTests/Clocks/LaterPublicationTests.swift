import CanonicalJSON
import CaseModel
import Testing

@Suite("By a day, an event that others tell of")
struct LaterPublicationTests {
    /// `article` is out on 1 May, `order` on 2 April, `letter` between 5 and 10 April.
    private func move(_ claims: [String] = ["article"]) throws -> Log {
        var log = try Log.withSources()
        try log.happened("move", "2031-03-16", claims: claims)
        return log
    }

    private func claim(
        _ key: String, _ date: JSONValue, by source: String, _ log: inout Log
    ) throws {
        try log.record(
            "claim.added", key, ["event": "acme/move", "field": "occurred", "value": date],
            claims: [source])
    }

    private func date(_ log: Log, by day: String) throws -> String? {
        try log.published("move", by: day)?.event.body.occurred?.text
    }

    @Test("is there by a claim that was added, dated as that claim says, until its own is out")
    func added() throws {
        var log = try move()
        try claim("other", "2031-03-11", by: "order", &log)
        #expect(try log.published("move", by: "2031-04-01") == nil)
        #expect(try date(log, by: "2031-04-02") == "2031-03-11")
        #expect(try log.published("move", by: "2031-04-02")?.isCertain == true)
        #expect(try log.published("move", by: "2031-04-02")?.event.body.claims.isEmpty == true)
        #expect(try date(log, by: "2031-05-01") == "2031-03-16")
    }

    @Test("is there by the source of a correction, as that corrects it")
    func corrected() throws {
        var log = try move()
        try log.record(
            "event.corrected", "fix",
            ["event": "acme/move", "set": ["occurred": "2031-03-28"], "reason": "misreading"],
            claims: ["order"])
        #expect(try log.published("move", by: "2031-04-01") == nil)
        #expect(try date(log, by: "2031-04-02") == "2031-03-28")
        #expect(try date(log, by: "2031-05-01") == "2031-03-28")
    }

    @Test("is there by the source of a correction of its correction")
    func twice() throws {
        var log = try move()
        try log.record(
            "event.corrected", "fix",
            ["event": "acme/move", "set": ["occurred": "2031-03-28"], "reason": "misreading"],
            claims: ["article"])
        try log.record(
            "event.corrected", "refix",
            [
                "event": "acme/fix", "set": ["data.set": ["occurred": "2031-03-29"]],
                "reason": "misreading",
            ], claims: ["order"])
        #expect(try date(log, by: "2031-04-02") == "2031-03-29")
    }

    @Test("takes no date from a correction without a source, and is not there by it")
    func unsourced() throws {
        var log = try move()
        try log.add(
            "event.corrected", "fix",
            [
                "data": [
                    "event": "acme/move", "set": ["occurred": "2031-03-28"], "reason": "typo",
                ], "no_source": "a slip",
            ])
        #expect(try log.published("move", by: "2031-04-30") == nil)
        #expect(try date(log, by: "2031-05-01") == "2031-03-28")
    }

    @Test("takes the date of the claim that is certainly out, then of the first one out")
    func several() throws {
        var log = try move()
        try claim("third", "2031-03-13", by: "letter", &log)
        try claim("first", "2031-03-11", by: "order", &log)
        #expect(try date(log, by: "2031-04-07") == "2031-03-11")
        #expect(try date(log, by: "2031-04-10") == "2031-03-11")
        var doubtful = try move()
        try claim("third", "2031-03-13", by: "letter", &doubtful)
        let within = try #require(try doubtful.published("move", by: "2031-04-07"))
        #expect(within.event.body.occurred?.text == "2031-03-13" && !within.isCertain)
    }

    @Test("is not there by a claim that was retracted, nor by one that denies")
    func retracted() throws {
        var log = try move()
        try claim("other", "2031-03-11", by: "order", &log)
        try log.add(
            "event.retracted", "undo", ["data": ["event": "acme/other", "reason": "wrong"]])
        #expect(try log.published("move", by: "2031-04-30") == nil)
        var denied = try move()
        try denied.add(
            "claim.added", "denial",
            [
                "data": ["event": "acme/move", "field": "occurred", "value": "2031-03-11"],
                "claims": [["source": "order", "stance": "denies"]],
            ])
        #expect(try denied.published("move", by: "2031-04-30") == nil)
    }

    @Test("keeps its own date where a source of that is out as well")
    func own() throws {
        var log = try move(["order", "article"])
        try claim("other", "2031-03-11", by: "order", &log)
        #expect(try date(log, by: "2031-04-02") == "2031-03-16")
    }

    @Test("is asked whether it had happened by the date that it then has")
    func occurred() throws {
        var log = try move()
        try claim("other", "2031-03-11", by: "order", &log)
        let seen = try log.seen(asOf: "2031-03-12", publishedBy: "2031-04-02")
        #expect(seen.contains { $0.event.body.key?.text == "move" })
        #expect(
            try log.seen(asOf: "2031-03-12", publishedBy: "2031-05-01")
                .contains { $0.event.body.key?.text == "move" } == false)
    }
}
