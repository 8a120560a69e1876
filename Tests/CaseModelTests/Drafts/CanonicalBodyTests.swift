import CanonicalJSON
import CaseModel
import Testing

@Suite("The bytes of a draft")
struct CanonicalBodyTests {
    /// In the order of a file, with what canonical form leaves out.
    private let members: JSONObject = [
        "key": "seizure", "occurred": "2031-04-02",
        "summary": "The ministry takes \"control\" of Acmé.",
        "actors": [
            ["role": "actor", "actor": "nl-economy-ministry"],
            ["role": "target", "actor": "acme"],
        ],
        "claims": [["source": "gazette-2031-04-02", "at": "paragraph 2"]],
        "data": ["scope": "management", "asset": "acme"],
        "links": [
            [
                "relation": "follows", "to": "acme-seizure/warning", "basis": "temporal",
                "asserted_by": ["analyst"], "disputed_by": [], "characterised_as": [],
            ]
        ],
    ]

    private let written = #"""
        {"actors":[{"actor":"nl-economy-ministry","role":"actor"},{"actor":"acme","role":"target"}],\#
        "claims":[{"at":"paragraph 2","source":"gazette-2031-04-02"}],\#
        "data":{"asset":"acme","scope":"management"},"key":"seizure",\#
        "links":[{"asserted_by":["analyst"],"basis":"temporal","relation":"follows",\#
        "to":"acme-seizure/warning"}],"occurred":"2031-04-02",\#
        "summary":"The ministry takes \"control\" of Acmé."}
        """#

    @Test("are its members in the order of RFC 8785, nothing added, nothing else left out")
    func bytes() throws {
        let draft = try draft("control.taken", members)
        #expect(String(decoding: draft.bytes, as: UTF8.self) == written)
        #expect(JSONValue.object(draft.json).canonicalBytes() == draft.bytes)
        #expect(draft.id.text == "bd5459e0-2ac7-5abf-bc6d-c979097c67d9")
    }

    @Test("leave out empty lists, wherever the language has a list")
    func emptyLists() throws {
        var full = happening()
        full["links"] = []
        #expect(try draft("action.taken", full).bytes == draft("action.taken", happening()).bytes)
        let register: JSONObject = [
            "key": "registered",
            "data": ["name": "Acme", "type": "company", "also": [], "ids": [:]],
        ]
        let actor = try draft("actor.registered", register, in: "actor/acme")
        #expect(
            String(decoding: actor.bytes, as: UTF8.self)
                == #"{"data":{"ids":{},"name":"Acme","type":"company"},"key":"registered"}"#)
    }

    @Test("keep an empty list that is the value of a correction or of a claim")
    func emptyListsThatSay() throws {
        let draft = try draft(
            "event.corrected",
            [
                "key": "fix", "no_source": "a slip",
                "data": ["event": "acme-seizure/seizure", "set": ["links": []], "reason": "typo"],
            ])
        #expect(
            String(decoding: draft.bytes, as: UTF8.self) == #"""
                {"data":{"event":"acme-seizure/seizure","reason":"typo","set":{"links":[]}},\#
                "key":"fix","no_source":"a slip"}
                """#)
    }

    @Test("write null where the language has it")
    func nulls() throws {
        var undated = happening()
        undated["occurred"] = .null
        let bytes = try draft("action.taken", undated).bytes
        #expect(String(decoding: bytes, as: UTF8.self).contains(#""occurred":null,"#))
        let source = try draft(
            "source.captured",
            [
                "key": "captured",
                "data": ["title": .null, "publisher": .null, "published": .null],
            ], in: "source/letter")
        #expect(
            String(decoding: source.bytes, as: UTF8.self)
                == #"{"data":{"published":null,"publisher":null,"title":null},"key":"captured"}"#)
    }

    @Test("never have a default written in")
    func defaults() throws {
        var linked = happening()
        linked["links"] = [
            [
                "relation": "responds_to", "to": "acme-seizure/seizure", "basis": "explicit",
                "asserted_by": ["gazette"],
            ]
        ]
        let draft = try draft("action.taken", linked)
        #expect(draft.body.links.first?.effectiveLikelihood == .likely)
        #expect(!String(decoding: draft.bytes, as: UTF8.self).contains("likelihood"))
    }

    @Test("keep text byte for byte: composed and decomposed letters stay apart")
    func normalisation() throws {
        let composed = try draft("action.taken", happening(what: "caf\u{e9}"))
        let decomposed = try draft("action.taken", happening(what: "cafe\u{301}"))
        #expect(composed.bytes != decomposed.bytes)
        #expect(composed != decomposed)
    }
}
