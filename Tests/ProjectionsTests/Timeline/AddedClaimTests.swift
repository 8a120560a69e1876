import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Claims that are added later")
struct AddedClaimTests {
    private func taken() throws -> History {
        try History().source("gazette", published: "2031-04-02")
            .source("letter", published: "2031-03").source("note")
            .happened("a", "control.taken", "2031-04-02", ["asset": "acme", "scope": "all"])
    }

    private func adding(
        _ field: String, _ value: JSONValue, to event: String = "acme/a", as key: String = "second",
        by source: String = "letter", _ history: History
    ) throws -> History {
        try history.recorded(
            key, "claim.added", ["event": .string(event), "field": .string(field), "value": value],
            claims: [["source": .string(source)]])
    }

    @Test("bear the event out where they say the same")
    func same() throws {
        for field in ["scope", "data.scope"] {
            let history = try adding(field, "all", taken())
            #expect(try history.status("a") == .corroborated)
            #expect(try history.entry("a").sources.map(\.slug.text) == ["gazette", "letter"])
            #expect(try history.entry("a").published?.text == "2031-03")
        }
    }

    @Test("dispute it where they say something else, by whatever name they call it")
    func other() throws {
        for name in ["acme/a", "acme#1", "case/acme/a"] {
            #expect(try adding("scope", "some", to: name, taken()).status("a") == .disputed)
        }
        let id = try #require(try taken().events.last).id.text
        #expect(try adding("scope", "some", to: id, taken()).status("a") == .disputed)
    }

    @Test("dispute no date with which they have a day in common")
    func dates() throws {
        for date: JSONValue in ["2031-04", "2031", "2031-04-02~", "[..2031-04-02]", .null] {
            #expect(try adding("occurred", date, taken()).status("a") == .corroborated, "\(date)")
        }
        for date: JSONValue in ["2031-04-03", "2031-05", "[..2031-04-01]"] {
            #expect(try adding("occurred", date, taken()).status("a") == .disputed, "\(date)")
        }
    }

    @Test("dispute nothing where the event is silent, unless they contradict each other")
    func silence() throws {
        let one = try adding("share", "1/2", taken())
        #expect(try one.status("a") == .corroborated)
        #expect(
            try adding("share", "1/2", as: "third", by: "note", one).status("a") == .corroborated)
        #expect(try adding("share", "1/3", as: "third", by: "note", one).status("a") == .disputed)
    }

    @Test("dispute nothing once the difference is explained, and again when that is retracted")
    func explained() throws {
        let disputed = try adding("occurred", "2031-04-03", taken())
        let explained = try disputed.recorded(
            "why", "difference.explained",
            ["event": "acme#1", "field": "occurred", "as": "typo", "note": "see the gazette"])
        #expect(try explained.status("a") == .corroborated)
        #expect(try explained.retracted("acme/why", as: "undo").status("a") == .disputed)
        let elsewhere = try disputed.recorded(
            "why", "difference.explained",
            ["event": "acme/a", "field": "scope", "as": "typo", "note": "another field"])
        #expect(try elsewhere.status("a") == .disputed)
    }

    @Test("are gone when they are retracted")
    func retracted() throws {
        let history = try adding("scope", "some", taken()).retracted("acme/second", as: "undo")
        #expect(try history.status("a") == .asserted)
        #expect(try history.entry("a").sources.map(\.slug.text) == ["gazette"])
    }

    @Test("measure themselves against the event as corrected")
    func corrected() throws {
        let history = try adding("scope", "some", taken())
            .corrected("acme/a", as: "fix", ["data.scope": "some"])
        #expect(try history.status("a") == .corrected)
    }
}

@Suite("The sources of a happening")
struct EntrySourceTests {
    @Test("are in order of first mention, and the earliest dated one gives the date")
    func order() throws {
        let history = try History().source("c", published: "2031-04").source("b")
            .source("a", published: "2031-04-02")
            .happened(
                "x", "meeting.held", nil,
                claims: [["source": "b"], ["source": "c"], ["source": "b"], ["source": "a"]])
        #expect(try history.entry("x").sources.map(\.slug.text) == ["b", "c", "a"])
        #expect(try history.entry("x").published?.text == "2031-04")
    }

    @Test("give no date where none is dated")
    func undated() throws {
        let history = try History().source("gazette").happened("x", "meeting.held", nil)
        #expect(try history.entry("x").published == nil)
    }
}
