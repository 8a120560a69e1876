import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("Two values for a field of one event")
struct FieldConflictTests {
    private func met(_ times: JSONValue) throws -> History {
        try History().source("gazette").source("letter").source("note")
            .happened("a", "meeting.held", "2031-04-02", ["times": times])
    }

    private func taken() throws -> History {
        try History().source("gazette").source("letter").source("note")
            .happened("a", "control.taken", "2031-04-02", ["asset": "acme", "share": "1/3"])
    }

    @Test("contradict each other where they cannot both be true, each with its sources")
    func open() throws {
        let history = try taken().claimed("b", "occurred", "2031-04-03")
            .claimed("c", "occurred", "2031-04-03", by: "note")
        #expect(
            try history.open() == [#"acme/a occurred: "2031-04-02" | "2031-04-03""#])
        let conflict = try #require(try history.conflicts().conflicts.first)
        #expect(
            conflict.values.map { $0.claims.map(\.source.slug.text) } == [
                ["gazette"], ["letter", "note"],
            ])
    }

    @Test("are none where a date is only told less precisely, or nothing is told")
    func dates() throws {
        for date: JSONValue in ["2031-04", "2031", "[2031-04-01..2031-04-10]", .null] {
            #expect(try taken().claimed("b", "occurred", date).open() == [])
        }
    }

    @Test("are none where a quantity is only printed otherwise")
    func printed() throws {
        let history = try met(servers("1,200", ["value": 1200]))
        for other in [
            servers("twelve hundred", ["value": 1200]), servers("1200", ["value": "1200.0"]),
        ] {
            #expect(try history.claimed("b", "times", other).open() == [])
            #expect(try history.claimed("b", "times", other).status("a") != .disputed)
        }
    }

    @Test("are none where the bounds of a quantity allow both: nearly 500 against 480")
    func bounds() throws {
        let nearly = try met(servers("nearly 500", ["max": 499]))
        #expect(try nearly.claimed("b", "times", servers("480", ["value": 480])).open() == [])
        #expect(try nearly.claimed("b", "times", servers("dozens", ["min": 24])).open() == [])
        let other = servers("500", ["value": 500])
        #expect(try nearly.claimed("b", "times", other).open().count == 1)
        #expect(try nearly.claimed("b", "times", other).status("a") == .disputed)
    }

    @Test("are none where a share allows the other, or is the same fraction")
    func shares() throws {
        let minority: JSONValue = ["printed": "a minority", "max": "49/100"]
        #expect(try taken().claimed("b", "share", minority).open() == [])
        #expect(try taken().claimed("b", "share", "2/6").open() == [])
        #expect(try taken().claimed("b", "share", "1/2").open().count == 1)
        let majority: JSONValue = ["printed": "a majority", "min": "1/2"]
        #expect(try taken().claimed("b", "share", majority).open().count == 1)
    }

    @Test("are none where an amount of money is approximate, or in another currency")
    func money() throws {
        func value(_ amount: String, _ currency: String, about: Bool = false) -> JSONValue {
            [
                "printed": "so much", "amount": .string(amount), "currency": .string(currency),
                "approximate": .bool(about),
            ]
        }
        let sold = try History().source("gazette").source("letter").happened(
            "a", "transfer.made", "2031", ["item": "lamps", "value": value("5", "USD")])
        #expect(try sold.claimed("b", "value", value("6", "USD", about: true)).open() == [])
        #expect(try sold.claimed("b", "value", value("6", "EUR")).open() == [])
        #expect(try sold.claimed("b", "value", value("5.00", "USD")).open() == [])
        #expect(try sold.claimed("b", "value", value("6", "USD")).open().count == 1)
    }

    @Test("leave the open list once they are explained, and come back when that is retracted")
    func explained() throws {
        let explained = try taken().claimed("b", "share", "1/2").explained("why", "share")
        #expect(try explained.open() == [])
        #expect(try explained.differences().explained == [#"acme/a data.share: "1/3" | "1/2""#])
        let why = try #require(try explained.conflicts().conflicts.first?.explanation)
        #expect(why.as == .scope && why.note == "It is told so.")
        #expect(try explained.retracted("acme/why", as: "undo").open().count == 1)
        #expect(
            try taken().claimed("b", "share", "1/2").explained("why", "occurred").open().count == 1)
    }

    @Test("are listed where somebody explained them, contradiction or not")
    func compatible() throws {
        let history = try met(servers("nearly 80", ["max": 79]))
            .claimed("b", "times", servers("dozens", ["min": 24])).explained("why", "times")
        #expect(try history.differences().explained.count == 1)
        #expect(try history.retracted("acme/b", as: "undo").conflicts().conflicts == [])
    }

    @Test("measure themselves against the event as corrected, and go when they are retracted")
    func corrected() throws {
        let history = try taken().claimed("b", "share", "1/2")
        #expect(try history.corrected("acme/a", as: "fix", ["data.share": "1/2"]).open() == [])
        #expect(try history.retracted("acme/b", as: "undo").open() == [])
        #expect(try history.retracted("acme/a", as: "undo").open() == [])
    }

    @Test("are none where the source of one was withdrawn")
    func withdrawn() throws {
        let out: JSONObject = ["data": ["reason": "forged"]]
        for source in ["letter", "gazette"] {
            let history = try taken().claimed("b", "share", "1/2")
                .adding("source.withdrawn", "out", out, in: "source/\(source)")
            #expect(try history.open() == [])
        }
    }
}
