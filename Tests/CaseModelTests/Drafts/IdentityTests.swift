import CanonicalJSON
import CaseModel
import Testing

@Suite("The id of a draft")
struct DraftIdentityTests {
    private let seizure = "bd5459e0-2ac7-5abf-bc6d-c979097c67d9"
    private let other = "01234567-89ab-7fff-bfff-ffffffffffff"

    @Test("is the UUIDv5 of stream and key, given or not")
    func keyed() throws {
        let members = happening(key: "seizure")
        #expect(try draft("action.taken", members).id.text == seizure)
        let given = try draft("action.taken", members, id: EventID(seizure.uppercased()))
        #expect(given.id.text == seizure)
    }

    @Test("is refused where it is another than the key gives")
    func otherID() throws {
        let members = happening(key: "seizure")
        let found = try draftFaults("action.taken", members, id: EventID(other))
        #expect(found.map(\.line) == ["id: the id is not the one that stream and key give"])
        #expect(found.first?.hint == "leave the id out, or write \(seizure)")
    }

    @Test("must be given where there is no key")
    func unkeyed() throws {
        var members = happening()
        members["key"] = nil
        #expect(try draft("action.taken", members, id: EventID(other)).id.text == other)
        let found = try draftFaults("action.taken", members)
        #expect(found.map(\.line) == ["key: neither key nor id"])
    }

    @Test("of a stream's first event is that of its fixed key")
    func fixedKeys() throws {
        for (name, stream, key) in [
            ("actor.registered", "actor/acme", "registered"),
            ("source.captured", "source/gazette", "captured"),
            ("case.opened", "case/acme-seizure", "opened"),
        ] {
            let data = JSONValue.object(try eventType(name).example)
            let draft = try draft(name, ["key": .string(key), "data": data], in: stream)
            #expect(draft.id == draft.stream.firstEventID)
            for wrong: JSONObject in [["data": data], ["key": "other", "data": data]] {
                let found = try draftFaults(name, wrong, in: stream, id: EventID(other))
                #expect(found.map(\.line) == ["key: \(name) has the key \"\(key)\""])
                #expect(found.first?.hint == "write key: \(key)")
            }
        }
    }

    @Test("that is wrong is told together with what is wrong in the body")
    func together() throws {
        var members = happening(key: "seizure")
        members["summary"] = nil
        let found = try draftFaults("action.taken", members, id: EventID(other))
        #expect(
            found.map(\.line) == [
                ": the field \"summary\" is missing",
                "id: the id is not the one that stream and key give",
            ])
    }

    @Test("is not asked for where the key cannot be read")
    func unreadableKey() throws {
        let found = try draftFaults("action.taken", happening(key: "No Slug"))
        #expect(found.map(\.line) == ["key: \"No Slug\" is not a slug"])
    }
}
