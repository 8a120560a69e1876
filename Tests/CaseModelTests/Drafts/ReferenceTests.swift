import CanonicalJSON
import CaseModel
import Testing

@Suite("What a draft names")
struct DraftReferenceTests {
    @Test("is found with its kind and its place, in the order of the fields")
    func everything() throws {
        let members: JSONObject = [
            "key": "answer", "occurred": "2031", "summary": "China answers.",
            "actors": [["role": "actor", "actor": "china"], ["role": "target", "actor": "acme"]],
            "claims": [["source": "gazette"], ["source": "letter", "stance": "denies"]],
            "links": [
                [
                    "relation": "responds_to", "to": "acme-seizure/seizure", "basis": "explicit",
                    "asserted_by": ["analyst", "letter"],
                    "disputed_by": [["actor": "jo", "source": "gazette"]],
                    "characterised_as": [
                        ["label": "countermeasure", "by": "court", "source": "ruling"]
                    ],
                ]
            ],
            "data": ["asset": "acme", "measure": "order", "scope": "acme"],
        ]
        let found = try draft("control.taken", members).references.map(\.line)
        #expect(
            found == [
                "actors[0].actor actor china", "actors[1].actor actor acme",
                "claims[0].source source gazette", "claims[1].source source letter",
                "links[0].to event acme-seizure/seizure", "links[0].asserted_by[1] source letter",
                "links[0].disputed_by[0].actor actor jo",
                "links[0].disputed_by[0].source source gazette",
                "links[0].characterised_as[0].by actor court",
                "links[0].characterised_as[0].source source ruling", "data.asset actor acme",
                "data.measure measure order",
            ])
    }

    @Test("in data is found in every type", arguments: EventType.all)
    func data(type: EventType) throws {
        let isReference = { (shape: Shape) in
            let kinds: [ReferenceKind] = [.actor, .source, .event, .measure, .list]
            return kinds.contains { shape == .reference($0) }
        }
        var members = sampleMembers(type)
        members["key"] = .string(type.fixedKey ?? "sample")
        let draft = try Draft(
            stream: try sampleStream(type), type: type, id: nil, json: members)
        let named = Set(
            type.shape.fields.filter { isReference($0.shape) && type.example[$0.name] != nil }
                .map { "data.\($0.name)" })
        let found = Set(draft.references.map(\.path.description).filter { $0.hasPrefix("data.") })
        #expect(found.isSuperset(of: named))
        #expect(found.subtracting(named).allSatisfy { $0.hasPrefix("data.asserted_by[") })
    }

    @Test("does not include the analyst, who is registered nowhere")
    func analyst() throws {
        let draft = try draft(
            "link.asserted",
            [
                "key": "link",
                "data": [
                    "event": "a/b", "relation": "follows", "to": "c/d", "basis": "temporal",
                    "asserted_by": ["analyst"],
                ],
            ])
        #expect(draft.references.map(\.line) == ["data.event event a/b", "data.to event c/d"])
    }

    @Test("keeps a reference as it was written")
    func asWritten() throws {
        let id = "BD5459E0-2AC7-5ABF-BC6D-C979097C67D9"
        let draft = try draft(
            "note.added", ["key": "note", "data": ["text": "x", "event": .string(id)]])
        #expect(draft.references.map(\.text) == [id])
        #expect(String(decoding: draft.bytes, as: UTF8.self).contains(id))
    }
}

extension FoundReference {
    fileprivate var line: String { "\(path) \(kind) \(text)" }
}
