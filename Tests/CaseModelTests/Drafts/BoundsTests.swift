import CanonicalJSON
import CaseModel
import Testing

@Suite("The bounds of a draft")
struct DraftBoundsTests {
    private static let frame = #"""
        {"actors":[{"actor":"acme","role":"actor"}],"claims":[{"source":"gazette"}],\#
        "data":{"what":""},"key":"move","occurred":"2031-04-02","summary":"Acme moves its stock."}
        """#.utf8.count

    private func text(ofBodyBytes bytes: Int) -> String {
        let rest = bytes - DraftBoundsTests.frame
        return "é" + String(repeating: "x", count: rest - 2)
    }

    @Test("are 65,535 bytes and not one more")
    func size() throws {
        let most = happening(what: .string(text(ofBodyBytes: 65_535)))
        #expect(try draft("action.taken", most).bytes.count == 65_535)
        let tooMany = happening(what: .string(text(ofBodyBytes: 65_536)))
        let found = try draftFaults("action.taken", tooMany)
        #expect(
            found.map(\.line) == [": the body has 65536 bytes; at most 65535 are recorded"])
    }

    @Test("have no control characters but TAB and LF in text")
    func controls() throws {
        for value in UInt32(0)...0xa0 {
            let scalar = try #require(Unicode.Scalar(value))
            let isRefused = (value < 0x20 && value != 9 && value != 10) || (0x7f...0x9f ~= value)
            let found = try draftFaults("action.taken", happening(what: .string("a\(scalar)b")))
            let number = String(value + 0x10000, radix: 16, uppercase: true).dropFirst()
            let expected = "data.what: the control character U+\(number) in a string"
            #expect(found.map(\.line) == (isRefused ? [expected] : []))
        }
    }

    @Test("take CR LF for what it is: CR is refused, although Swift sees one character")
    func carriageReturn() throws {
        let found = try draftFaults("action.taken", happening(what: "a\r\nb"))
        #expect(found.map(\.line) == ["data.what: the control character U+000D in a string"])
    }

    @Test("hold everywhere: in names, lists, values of any form, once for each place")
    func everyPlace() throws {
        let members: JSONObject = [
            "key": "fix", "no_source": "a\u{0}b\u{1}",
            "data": [
                "event": "acme-seizure/seizure", "reason": "typo",
                "set": ["data.a\u{7}": ["x", "\u{1b}[2J"], "summary": ["a": ["b": "\u{85}"]]],
            ],
        ]
        let found = try draftFaults("event.corrected", members)
        #expect(
            found.map(\.line) == [
                #"data.set[…]: the control character U+0007 in a string"#,
                #"data.set[…][1]: the control character U+001B in a string"#,
                "data.set.summary.a.b: the control character U+0085 in a string",
                "no_source: the control character U+0000 in a string",
            ])
        let hint = #"remove it; of the control characters, text has only \t and \n"#
        #expect(found.allSatisfy { $0.hint == hint })
    }

    @Test("are told together with what else is wrong")
    func together() throws {
        var members = happening(what: "\u{0}")
        members["summary"] = nil
        #expect(
            try draftFaults("action.taken", members).map(\.line) == [
                "data.what: the control character U+0000 in a string",
                ": the field \"summary\" is missing",
            ])
    }

    @Test("have whole numbers that every reader of JSON keeps")
    func integers() throws {
        let most: Int64 = 9_007_199_254_740_991
        func found(_ value: Int64) throws -> [String] {
            let times: JSONValue = ["printed": "many", "value": .integer(value), "unit": "times"]
            var members = happening()
            members["data"] = ["times": times]
            return try draftFaults("meeting.held", members).map(\.line)
        }
        for value in [most, -most, 0] { #expect(try found(value) == []) }
        for value in [most + 1, -most - 1, .max, .min] {
            #expect(
                try found(value) == [
                    "data.times.value: a number outside -9007199254740991 to 9007199254740991"
                ])
        }
    }

    /// A claim on a value so deep that the whole body has `depth` lists and objects.
    private func claim(ofDepth depth: Int) -> JSONObject {
        let value = (2..<depth).reduce("x" as JSONValue) { value, _ in [value] }
        return [
            "key": "claim", "claims": [["source": "gazette"]],
            "data": ["event": "acme-seizure/seizure", "field": "scope", "value": value],
        ]
    }

    @Test("are 32 lists and objects inside each other")
    func depth() throws {
        #expect(try draftFaults("claim.added", claim(ofDepth: 32)) == [])
        let found = try draftFaults("claim.added", claim(ofDepth: 33))
        #expect(found.map(\.message) == ["more than 32 lists and objects inside each other"])
        #expect(found.first?.path.steps.count == 32)
    }

    @Test("stop a body of any depth before anything walks into it")
    func bottomless() throws {
        #expect(try draftFaults("claim.added", claim(ofDepth: 5_000)).count == 1)
    }
}
