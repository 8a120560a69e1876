import CanonicalJSON
import Projections
import Testing

@Suite("A search of actors")
struct SearchActorTests {
    private func record() throws -> History {
        try History().actor("mofcom", "Ministry of Commerce", also: ["商务部", "MOFCOM"])
            .actor("moc", "中华人民共和国商务部").actor("acme", "Acme")
            .told("ban", "It bans exports.", by: "mofcom").told("call", "It calls.", by: "acme")
            .told("note", "The Commerce Ministry is named.", by: "acme")
    }

    @Test("finds the events in which an actor takes part, by its name, aliases and slug")
    func names() throws {
        for query in [
            "\"Ministry of Commerce\"", "MOFCOM", "ministry commerce of", "mofcom exports",
        ] {
            #expect(try record().found(query).contains("acme/ban"), "\(query)")
            #expect(try !record().found(query).contains("acme/call"), "\(query)")
        }
        #expect(
            try record().found("商务部") == [
                "actor/mofcom/registered", "actor/moc/registered", "acme/ban",
            ])
        #expect(try record().found("commerce -mofcom") == ["acme/note"])
    }

    @Test("shows the name by which an event was found")
    func snippets() throws {
        #expect(
            try record().hits("商务部").first { $0.event == "acme/ban" }?.snippet
                == "It bans exports.\ny\n«商务部»")
    }

    @Test("finds the words of an event before the names of its actors")
    func order() throws {
        #expect(try record().hits("commerce").first?.event != "acme/ban")
    }

    @Test("knows merged actors by the names of all of them, until the merge is retracted")
    func merged() throws {
        let data: JSONObject = ["into": "mofcom", "reason": "same"]
        let merged = try record().told("list", "A list.", by: "moc")
            .adding("actors.merged", "merged", ["data": .object(data)], in: "actor/moc")
        #expect(try merged.found("MOFCOM").contains("acme/list"))
        #expect(try merged.found("中华人民共和国").contains("acme/ban"))
        let undone = try merged.adding(
            "event.retracted", "undone",
            ["data": ["event": "actor/moc/merged", "reason": "two"]], in: "actor/moc")
        #expect(try !undone.found("MOFCOM").contains("acme/list"))
    }
}
