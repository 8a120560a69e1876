import CaseModel
import Testing

@testable import Casework

@Suite("A scalar of YAML takes the type of its field")
struct CaseFileTests {
    /// The body of the last event of a file, as it would be recorded.
    private func body(_ file: String) throws -> String {
        let read = try CaseFile(file, file: "a.yaml")
        try #require(read.faults.isEmpty, "\(read.faults)")
        return String(decoding: try #require(read.entries.last).draft().bytes, as: UTF8.self)
    }

    private func actor(_ fields: String) throws -> String {
        try body("actors:\n  a: {\(fields), type: company}\n")
    }

    @Test(
        "A text is the text as written, whatever YAML 1.1 would make of it",
        arguments: [
            "NO", "yes", "on", "null", "~", "true", "2031", "2031-04-02", "0x1F", "1_000", "1e3",
            "1.50", ".5", "12:30:45", "007", "-0", ".inf", "=",
        ])
    func text(_ word: String) throws {
        #expect(
            try actor("name: \(word)")
                == #"{"data":{"name":"\#(word)","type":"company"},"key":"registered"}"#)
    }

    @Test("null stands only where the language has it, and quoted it is a text")
    func null() throws {
        #expect(
            try body("sources:\n  a: {title: null, publisher: \"null\", published: null}\n")
                == #"{"data":{"published":null,"publisher":"null","title":null},"key":"captured"}"#)
    }

    private func figure(_ value: String) throws -> String {
        try body(
            """
            case: c
            events:
              - key: f
                type: figure.reported
                occurred: null
                summary: A.
                actors: [{role: actor, actor: a}]
                no_source: x
                data: {metric: m, of: a, value: {printed: 12, unit: cars, value: \(value)}}

            """)
    }

    @Test("An integer is read in a quantity alone, and only as JSON writes one")
    func number() throws {
        let before = #"{"actors":[{"actor":"a","role":"actor"}],"data":{"metric":"m","of":"a","#
        let after = #","key":"f","no_source":"x","occurred":null,"summary":"A."}"#
        #expect(
            try figure("12") == before + #""value":{"printed":"12","unit":"cars","value":12}}"#
                + after)
        #expect(
            try figure("-3") == before + #""value":{"printed":"12","unit":"cars","value":-3}}"#
                + after)
        #expect(
            try figure("\"1.5\"") == before
                + #""value":{"printed":"12","unit":"cars","value":"1.5"}}"# + after)
        for word in ["0x1F", "1_000", "+5", "1e3"] {
            #expect(throws: CaseworkError.self, "\(word)") { try figure(word) }
        }
    }

    private func amended(_ enforced: String) throws -> String {
        try body(
            """
            case: c
            events:
              - {key: m, type: measure.amended, occurred: 2031, summary: A.,
                 actors: [{role: actor, actor: a}], no_source: x,
                 data: {measure: m, change: yes, enforced: \(enforced)}}

            """)
    }

    @Test("true and false are read in a field for them, no other word, and not in quotes")
    func flag() throws {
        #expect(
            try amended("false").contains(
                #""data":{"change":"yes","enforced":false,"measure":"m"}"#))
        for word in ["yes", "no", "on", "True", "\"true\"", "1"] {
            #expect(throws: CaseworkError.self, "\(word)") { try amended(word) }
        }
    }

    @Test("An empty list says no more than none, and a text keeps its bytes")
    func bytes() throws {
        let composed = try actor("name: caf\u{e9}, also: []")
        let decomposed = try actor("name: cafe\u{301}")
        #expect(
            Array(composed.utf8)
                == Array(#"{"data":{"name":"café","type":"company"},"key":"registered"}"#.utf8))
        #expect(composed.utf8.count + 1 == decomposed.utf8.count)
    }
}
