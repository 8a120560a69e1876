import CanonicalJSON
import CaseModel
import Testing

@Suite("Corrections")
struct CorrectionTests {
    @Test("lay their values over the event, and leave the others")
    func values() throws {
        var log = Log()
        try log.add("action.taken", "move", happening())
        try log.correct("acme/move", as: "fix", ["occurred": "2031-05", "data.what": "burns it"])
        let standing = try log.standing("move")
        #expect(standing.event.body.occurred?.text == "2031-05")
        #expect(standing.event.body.content == (try log.content(what: "burns it")))
        #expect(standing.event.body.summary == "Acme moves its stock.")
        #expect(standing.corrections.map(\.position) == [2])
        #expect(standing.event.position == 1)
        #expect(standing.event.id == log.events[0].id)
    }

    @Test("remove by null what may be absent, and set it where null says something")
    func null() throws {
        var log = Log()
        try log.add("control.taken", "taken", taken)
        try log.correct("acme/taken", as: "fix", ["data.scope": .null, "occurred": .null])
        let corrected = try log.standing("taken").event
        #expect(corrected.json["data"] == ["asset": "acme"])
        #expect(corrected.json["occurred"] == .null)
        #expect(corrected.body.occurred == nil)
    }

    private let taken: JSONObject = [
        "occurred": "2031-04-02", "summary": "Taken.", "no_source": "seen",
        "actors": [["role": "actor", "actor": "ministry"]],
        "data": ["asset": "acme", "scope": "all"],
    ]

    @Test("say by null that a source has no date, title or publisher")
    func undatedSource() throws {
        var log = Log()
        try log.add(
            "source.captured", "captured",
            ["data": ["title": "Order", "publisher": "Gazette", "published": "2031-04-02"]],
            in: "source/order")
        try log.correct(
            "source/order/captured", as: "fix", ["data.published": .null, "data.title": .null],
            in: "source/order")
        let data = try log.standing("captured").event.json["data"]
        #expect(data == ["title": .null, "publisher": "Gazette", "published": .null])
    }

    @Test("of one field count in the order in which they were recorded")
    func order() throws {
        var log = Log()
        try log.note("note", "one")
        try log.correct("acme/note", as: "first", ["data.text": "two"])
        try log.correct("acme#1", as: "second", ["data.text": "three"])
        #expect(try log.text("note") == "three")
        #expect(try log.standing("note").corrections.map(\.position) == [2, 3])
    }

    @Test("mean the same event by key, by number and by id")
    func names() throws {
        let id = try noteID
        for name in ["acme/note", "case/acme/note", "acme#1", id, id.uppercased()] {
            var log = Log()
            try log.note("note", "one")
            try log.correct(name, as: "fix", ["data.text": "two"])
            #expect(try log.text("note") == "two")
        }
    }

    private var noteID: String {
        get throws {
            EventID(stream: try stream("case/acme"), key: try #require(Slug("note"))).text
        }
    }

    @Test("can be corrected themselves: what they set, and what they speak of")
    func corrected() throws {
        var log = Log()
        try log.note("a", "one")
        try log.note("b", "one")
        try log.correct("acme/a", as: "fix", ["data.text": "two"])
        try log.correct("acme/fix", as: "refix", ["data.set": ["data.text": "three"]])
        #expect(try log.text("a") == "three")
        try log.correct("acme/fix", as: "move", ["data.event": "acme/b"])
        #expect(try log.text("a") == "one")
        #expect(try log.text("b") == "three")
    }

    @Test("that make an event unreadable are reported with its position and its faults")
    func unreadable() throws {
        var log = Log()
        try log.note("other", "one")
        try log.note("note", "one")
        try log.correct("acme/note", as: "fix", ["data.texts": "two", "data.text": .null])
        let refusal = #expect(throws: UnreadableCorrection.self) { try effective(log.events) }
        #expect(refusal?.position == 2)
        #expect(
            refusal?.faults.all.map(\.line) == [
                "data: the field \"text\" is missing", "data.texts: unknown field \"texts\"",
            ])
        try log.retract("acme/fix", as: "undo")
        #expect(try log.text("note") == "one")
    }

    @Test("speak of no later event, not of themselves, and not in circles")
    func circles() throws {
        var log = Log()
        try log.correct("acme/note", as: "early", ["data.text": "two"])
        try log.note("note", "one")
        try log.retract("acme/undo", as: "undo")
        try log.retract("acme/second", as: "first")
        try log.retract("acme/first", as: "second")
        #expect(try log.text("note") == "one")
        #expect(try log.standing("undo").retraction == nil)
        #expect(try log.standing("second").retraction == nil)
        #expect(try log.standing("first").retraction?.position == 5)
    }

    @Test("count only in the stream of the event, whichever other streams are read")
    func foreignStream() throws {
        var log = Log()
        try log.note("note", "one")
        try log.correct("acme/note", as: "fix", ["data.text": "two"], in: "case/other")
        try log.retract("acme/note", as: "undo", in: "case/other")
        #expect(try log.text("note") == "one")
    }
}

extension Log {
    fileprivate func content(what: String) throws -> Content {
        let type = try eventType("action.taken")
        let members = happening(what: .string(what))
        return try EventBody(view(members), type: type, in: try stream("case/acme")).content
    }
}

@Suite("Retractions")
struct RetractionTests {
    @Test("take an event out, and name the event that does")
    func retraction() throws {
        var log = Log()
        try log.note("note", "one")
        try log.retract("acme/note", as: "undo")
        #expect(try log.text("note") == nil)
        #expect(try log.standing("note").retraction?.position == 2)
        #expect(try log.standing("note").event.json == log.events[0].json)
    }

    @Test("that are retracted restore the event, as often as one likes")
    func restored() throws {
        var log = Log()
        try log.note("note", "one")
        var last = "note"
        for step in 1...5 {
            let key = "undo-\(step)"
            try log.retract("acme/\(last)", as: key)
            last = key
            #expect(try log.text("note") == (step.isMultiple(of: 2) ? "one" : nil))
        }
    }

    @Test("of a correction bring back what it corrected")
    func correction() throws {
        var log = Log()
        try log.note("note", "one")
        try log.correct("acme/note", as: "first", ["data.text": "two"])
        try log.correct("acme/note", as: "second", ["data.text": "three"])
        try log.retract("acme/second", as: "undo")
        #expect(try log.text("note") == "two")
        #expect(try log.standing("note").corrections.map(\.position) == [2])
    }

    @Test("of one event twice need two retractions to be undone")
    func twice() throws {
        var log = Log()
        try log.note("note", "one")
        try log.retract("acme/note", as: "first")
        try log.retract("acme/note", as: "second")
        try log.retract("acme/first", as: "undo-first")
        #expect(try log.standing("note").retraction?.position == 3)
        try log.retract("acme/second", as: "undo-second")
        #expect(try log.text("note") == "one")
    }
}
