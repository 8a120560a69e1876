import CanonicalJSON
import CaseModel
import Testing

@Suite("By a day, what sources say")
struct PublishedByTests {
    @Test("counts from the last day on which they may have been published, doubtfully before")
    func window() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["letter"])
        #expect(try log.published("move", by: "2031-04-04") == nil)
        #expect(try log.published("move", by: "2031-04-05")?.isCertain == false)
        #expect(try log.published("move", by: "2031-04-09")?.isCertain == false)
        #expect(try log.published("move", by: "2031-04-10")?.isCertain == true)
    }

    @Test("counts from the day of recording where they are undated")
    func undated() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["leaflet"])
        // Day 22,400 is 1 May 2031.
        #expect(try log.published("move", by: "2031-04-30") == nil)
        #expect(try log.published("move", by: "2031-05-01")?.isCertain == true)
    }

    @Test("is doubtful where nothing is known of the source")
    func unknown() throws {
        var log = Log()
        try log.happened("move", claims: ["nowhere"])
        #expect(try log.published("move", by: "2031-04-30")?.isCertain == false)
    }

    @Test("is not told by a source that denies it, however early that was published")
    func denial() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["article"], deniedBy: ["order"])
        #expect(try log.published("move", by: "2031-04-30") == nil)
        #expect(try log.published("move", by: "2031-05-01")?.isCertain == true)
    }

    @Test("leaves out the claims that nobody had published")
    func claims() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["order", "letter", "article"])
        try log.record(
            "claim.added", "second",
            ["event": "acme/move", "field": "occurred", "value": "2031-04-03"],
            claims: ["order", "article"])
        let move = try #require(try log.published("move", by: "2031-04-07"))
        #expect(move.event.body.claims.map(\.source.slug.text) == ["order", "letter"])
        #expect(move.isCertain)
        let second = try #require(try log.published("second", by: "2031-04-07"))
        #expect(second.event.body.claims.map(\.source.slug.text) == ["order"])
    }

    @Test("leaves out authors and deniers of a link who had not published")
    func authors() throws {
        var log = try Log.withSources()
        try log.happened("cause", claims: ["order"])
        try log.happened("move", claims: ["order"])
        try log.add("link.asserted", "link", ["data": .object(asserted)])
        let link = try #require(try log.published("link", by: "2031-04-07"))
        #expect(link.event.json["data"]?.object?["asserted_by"] == ["order"])
        #expect(link.event.json["data"]?.object?["disputed_by"] == nil)
        #expect(try log.published("link", by: "2031-04-01") == nil)
    }

    private let asserted: JSONObject = [
        "event": "acme/move", "relation": "responds_to", "to": "acme/cause", "basis": "explicit",
        "asserted_by": ["order", "article"],
        "disputed_by": [["actor": "acme", "source": "article"]],
    ]
}

@Suite("By a day, what a doubtful source says")
struct DoubtfulSourceTests {
    @Test("of a retraction takes nothing out, and makes it doubtful")
    func retraction() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["order"])
        try log.record(
            "event.retracted", "undo", ["event": "acme/move", "reason": "wrong"], claims: ["letter"]
        )
        let before = try #require(try log.published("move", by: "2031-04-04"))
        #expect(before.retraction == nil && before.isCertain)
        let within = try #require(try log.published("move", by: "2031-04-07"))
        #expect(within.retraction == nil && !within.isCertain)
        let after = try #require(try log.published("move", by: "2031-04-10"))
        #expect(after.retraction != nil)
    }

    @Test("of a correction is shown, and doubtful")
    func correction() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["order"])
        try log.record("event.corrected", "fix", fix("acme/move", "2031-05"), claims: ["letter"])
        let within = try #require(try log.published("move", by: "2031-04-07"))
        #expect(within.event.body.occurred?.text == "2031-05" && !within.isCertain)
        let before = try #require(try log.published("move", by: "2031-04-04"))
        #expect(before.event.body.occurred?.text == "2031-04-01" && before.isCertain)
    }

    @Test("of a correction of a correction is doubt about what that corrects")
    func corrected() throws {
        var log = try Log.withSources()
        try log.happened("move", claims: ["order"])
        try log.record("event.corrected", "fix", fix("acme/move", "2031-05"), claims: ["order"])
        try log.record(
            "event.corrected", "refix",
            [
                "event": "acme/fix", "set": ["data.set": ["occurred": "2031-06"]],
                "reason": "misreading",
            ], claims: ["letter"])
        let within = try #require(try log.published("move", by: "2031-04-07"))
        #expect(within.event.body.occurred?.text == "2031-06")
        #expect(!within.isCertain)
    }

    private func fix(_ event: JSONValue, _ occurred: JSONValue) -> JSONObject {
        ["event": event, "set": ["occurred": occurred], "reason": "misreading"]
    }
}
