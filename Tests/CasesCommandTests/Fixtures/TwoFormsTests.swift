import TestSupport
import Testing

@Suite("YAML and JSON Lines", .serialized)
struct TwoFormsTests {
    /// The small case, line by line, written out by hand in another order of members.
    private static let lines = #"""
        {"type":"source.captured","stream":"source/gazette-2031-04-02","key":"captured",\#
        "data":{"grade":"A1","title":"Order 31/14","publisher":"State Gazette",\#
        "published":"2031-04-02","authors":[]}}
        {"stream":"source/letter-2031-04-10","key":"captured","type":"source.captured",\#
        "data":{"title":"Letter to parliament","publisher":null,"published":"2031-04-10"}}

        { "stream" : "actor/acme", "key" : "registered", "type" : "actor.registered",\#
        "data":{"name":"Acme Semiconductors","type":"company","country":"NL","also":["Acme Semi"]}}
        {"stream":"actor/nl-economy-ministry","key":"registered","type":"actor.registered",\#
        "data":{"name":"Ministry of Economic Affairs","type":"agency","country":"NL"}}
        {"stream":"actor/nl-economy-minister","key":"registered","type":"actor.registered",\#
        "data":{"name":"Minister of Economic Affairs","type":"person","country":"\u004eL"}}
        {"stream":"case/acme-seizure","key":"opened","type":"case.opened",\#
        "data":{"title":"The seizure of Acme Semiconductors"}}
        {"stream":"case/acme-seizure","key":"warning","type":"threat.made","occurred":"2031-03",\#
        "summary":"The ministry warns Acme that it may step in.",\#
        "actors":[{"role":"actor","actor":"nl-economy-ministry"},{"actor":"acme","role":"target"}],\#
        "claims":[{"source":"gazette-2031-04-02","at":"paragraph 1","printed":"last month"}],\#
        "data":{"threatened":"taking control"},"links":[]}
        {"stream":"case/acme-seizure","id":"BD5459E0-2AC7-5ABF-BC6D-C979097C67D9",\#
        "key":"seizure","type":"control.taken","occurred":"2031-04-02",\#
        "summary":"The ministry takes control of Acme.",\#
        "actors":[{"role":"actor","actor":"nl-economy-ministry"},{"role":"target","actor":"acme"}],\#
        "claims":[{"source":"gazette-2031-04-02","at":"paragraph 2"}],\#
        "data":{"asset":"acme","scope":"management"},"links":[{"relation":"follows",\#
        "to":"acme-seizure/warning","basis":"temporal","asserted_by":["gazette-2031-04-02"],\#
        "disputed_by":[{"actor":"nl-economy-minister","source":"letter-2031-04-10"}]}],\#
        "position":99,"version":7,"recorded_at":"x","recorded_by":"nobody","leaf":"00"}
        """#

    @Test(
        "say the same thing: streams, versions, ids and bodies are equal, and one replays the other"
    )
    func same() async throws {
        try await Desk.withAcme { desk in
            let events = try await desk.events()
            try await Desk.use { other in
                try other.write(TwoFormsTests.lines, to: "acme.jsonl")
                try await other.done("import", "acme.jsonl")
                #expect(try await other.events() == events)
            }
            try desk.write(TwoFormsTests.lines, to: "acme.jsonl")
            let again = try await desk.json("import", "acme.yaml", "acme.jsonl")
            #expect(again["recorded"].elements.count == 16)
            #expect(again["recorded"].elements.allSatisfy { $0["replayed"] == true })
            #expect(again["head"].integer == Acme.count)
        }
    }

    @Test("end where they end: an empty file, blank lines and a file of comments record nothing")
    func empty() async throws {
        try await Desk.use { desk in
            for (name, text) in [
                ("empty.yaml", ""), ("comment.yaml", "# nothing\n"), ("empty.jsonl", ""),
                ("blank.jsonl", "\n \n\n"),
            ] {
                try desk.write(text, to: name)
                let told = try await desk.done("import", name)
                #expect(told.output == "0 recorded, 0 duplicates; head 0\n", "\(name)")
            }
        }
    }
}
