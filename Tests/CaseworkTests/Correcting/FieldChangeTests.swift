import CanonicalJSON
import CaseModel
import Testing

@testable import Casework

@Suite("The fields in which two bodies differ")
struct FieldChangeTests {
    private func changes(_ old: JSONObject, _ new: JSONObject) throws -> [FieldChange] {
        try #require(EventType.named("control.taken")).changes(from: old, to: new)
    }

    @Test("come in the order of the language, each with both values")
    func order() throws {
        let old: JSONObject = [
            "occurred": "2031", "summary": "A.", "data": ["asset": "acme", "scope": "all"],
            "links": [["relation": "follows"]],
        ]
        let new: JSONObject = [
            "occurred": .null, "summary": "A.", "data": ["asset": "acme", "kind": "fine"],
            "actors": [["role": "actor", "actor": "acme"]],
        ]
        #expect(
            try changes(old, new) == [
                FieldChange(path: "occurred", old: "2031", new: nil),
                FieldChange(
                    path: "actors", old: nil, new: [["role": "actor", "actor": "acme"]]),
                FieldChange(path: "links", old: [["relation": "follows"]], new: nil),
                FieldChange(path: "data.kind", old: nil, new: "fine"),
                FieldChange(path: "data.scope", old: "all", new: nil),
            ])
    }

    @Test("are none where one says null or an empty list and the other nothing")
    func absence() throws {
        #expect(try changes(["occurred": .null, "links": []], ["data": [:]]).isEmpty)
    }

    @Test("are told apart byte by byte: é in one piece is not é in two")
    func bytes() throws {
        let found = try changes(["summary": "\u{e9}"], ["summary": "e\u{301}"])
        #expect(found.map(\.path) == ["summary"])
    }
}
