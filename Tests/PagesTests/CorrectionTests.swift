import TestSupport
import Testing

/// What was corrected stays in sight: struck out, with what took its place and why.
@Suite struct CorrectionTests {
    private static let file = #"""
        sources:
          gazette: {title: Gazette, publisher: null, published: 2031-04-02}
        actors:
          arcadia: {name: Arcadia, type: state}
        case: quarrel
        title: A quarrel
        events:
          - key: ban
            type: action.taken
            occurred: 2031-04-01
            summary: Arcadia bans chips.
            actors: [{role: actor, actor: arcadia}]
            claims: [{source: gazette}]
            data: {what: "x"}

        """#

    private func record(on desk: Desk) async throws {
        try desk.write(CorrectionTests.file, to: "quarrel.yaml")
        try await desk.done("import", "quarrel.yaml")
        for day in ["2031-04-03", "2031-04-04"] {
            try await desk.done(
                "correct", "quarrel/ban", "--set", "occurred=\(day)", "--reason", "misreading",
                "--source", "gazette")
        }
    }

    @Test func `each with the value that it replaced`() async throws {
        try await Desk.use { desk in
            try await record(on: desk)
            let page = try await desk.page("cases/quarrel/")
            for (old, new) in [("2031-04-01", "2031-04-03"), ("2031-04-03", "2031-04-04")] {
                let line = "<p><del><bdi>\(old)</bdi></del> <ins><bdi>\(new)</bdi></ins></p>"
                #expect(page.contains(line))
            }
            #expect(page.contains("<h3>quarrel/ban, occurred</h3>"))
            #expect(page.contains("4 April 2031"))
        }
    }

    @Test func `and is an entry of its own in the feeds, the last first`() async throws {
        try await Desk.use { desk in
            try await record(on: desk)
            let feed = try await desk.page("cases/quarrel/feed.atom")
            let titles = feed.split(separator: "<title>").dropFirst().map {
                String($0.prefix { $0 != "<" })
            }
            #expect(
                titles == [
                    "Recorded in quarrel", "Corrected: quarrel/ban, misreading",
                    "Corrected: quarrel/ban, misreading", "Arcadia bans chips.",
                    "case opened: quarrel/opened",
                ])
            let json = try JSON(try await desk.page("cases/quarrel/feed.json"))
            #expect(json["version"] == "https://jsonfeed.org/version/1.1")
            let items = json["items"].elements
            #expect(items.map { $0["title"].string } == titles.dropFirst().map { $0 })
            #expect(items[2]["url"] == "../../cases/quarrel/events/ban/")
        }
    }
}
