import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("The rows of read models")
struct RowTests {
    private func rows(
        of name: String, _ history: History, stream: String = "case/acme"
    ) throws -> [String] {
        let projection = try #require(Projection.all.first { $0.name == name })
        let stream = try #require(StreamName(stream))
        let events = history.events.filter { $0.stream == stream }
        return try projection.rows(of: try StreamHistory(of: stream, events)).map { row in
            var line: [UInt8] = []
            row.append(to: &line)
            return String(decoding: line, as: UTF8.self)
        }
    }

    private func exchange() throws -> History {
        try History()
            .happened("a", "meeting.held", "2031-04", by: "ministry", on: "acme")
            .happened(
                "b", "meeting.held", "2031-05", by: "acme",
                links: [link("responds_to", "acme/a", mode: "adapts_to")])
    }

    @Test("name who takes part, once a role, in the order of the log")
    func participants() throws {
        #expect(
            try rows(of: "participants", try exchange()) == [
                #"["case/acme",1,"actor","ministry"]"#, #"["case/acme",1,"target","acme"]"#,
                #"["case/acme",2,"actor","acme"]"#,
            ])
    }

    @Test("name each stream that is named, also by a value that was corrected since")
    func mentions() throws {
        let correction: JSONObject = [
            "event": "acme/a", "reason": "typo",
            "set": ["actors": [["role": "actor", "actor": "bolt"]]],
        ]
        let history = try exchange().adding(
            "event.corrected", "c", ["data": .object(correction), "no_source": "heard"],
            in: "case/acme")
        #expect(
            try rows(of: "mentions", history) == [
                #"["case/acme","actor/acme"]"#, #"["case/acme","actor/bolt"]"#,
                #"["case/acme","actor/ministry"]"#, #"["case/acme","source/gazette"]"#,
            ])
    }

    @Test("keep a link with both its ends and what it rests on")
    func links() throws {
        let link = #"""
            {"asserted_by":["gazette"],"basis":"explicit","disputed_by":[],"likelihood":"likely",\#
            "mode":"adapts_to","relation":"responds_to"}
            """#
        #expect(
            try rows(of: "links", try exchange()) == [
                #"["case/acme","acme/b","responds_to","adapts_to","acme/a","explicit","likely",\#(link)]"#
            ])
    }

    @Test("are none of what was retracted, but for its mentions")
    func retracted() throws {
        let history = try exchange().recorded(
            "r", "event.retracted", ["event": "acme/b", "reason": "not so"])
        #expect(try rows(of: "links", history).isEmpty)
        #expect(try rows(of: "participants", history).count == 2)
        #expect(try rows(of: "timelines", history).count == 1)
        #expect(try rows(of: "mentions", history).count == 3)
    }

    @Test("sort text by its bytes, whatever a locale would do")
    func order() throws {
        let history = try History().happened("a", "meeting.held", "2031", by: "zeta")
            .happened("b", "meeting.held", "2031", by: "alpha-2", on: "alpha")
        #expect(
            try rows(of: "mentions", history) == [
                #"["case/acme","actor/alpha"]"#, #"["case/acme","actor/alpha-2"]"#,
                #"["case/acme","actor/zeta"]"#, #"["case/acme","source/gazette"]"#,
            ])
    }

    @Test("hold nothing of when, by whom or with which salt an event was recorded")
    func noReceipt() throws {
        for projection in Projection.all {
            let names = Set(projection.columns.map(\.name))
            #expect(names.isDisjoint(with: ["recorded_at", "recorded_by", "salt", "leaf"]))
            #expect(projection.columns.first?.name == "stream")
        }
    }
}
