import CanonicalJSON
import Testing

@Suite("Canonical bytes (RFC 8785)")
struct WritingTests {
    static func canonical(_ text: String) throws -> String {
        let value = try JSONValue(reading: Array(text.utf8))
        return String(decoding: value.canonicalBytes(), as: UTF8.self)
    }

    /// RFC 8785, 3.2.3: member names and their values, in the order that the section expects.
    static let sorted: [(name: String, value: String)] = [
        ("\r", "Carriage Return"), ("1", "One"), ("\u{80}", "Control"),
        ("\u{f6}", "Latin Small Letter O With Diaeresis"), ("\u{20ac}", "Euro Sign"),
        ("\u{1f600}", "Emoji: Grinning Face"),
        ("\u{fb33}", "Hebrew Letter Dalet With Dagesh"),
    ]

    @Test("the sorting example of 3.2.3, as a value")
    func sorting() throws {
        let members = Self.sorted.reversed().map {
            JSONObject.Member(name: $0.name, value: .string($0.value))
        }
        let object = try #require(JSONObject(members))
        #expect(object.members.map(\.value.string) == Self.sorted.map(\.value))
    }

    @Test("the sorting example of 3.2.3 as a text, without its two control characters")
    func sortingText() throws {
        let text = #"""
            {"\u20ac": "Euro Sign", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\ud83d\ude00": "Emoji: Grinning Face",
             "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        let expected =
            "{\"1\":\"One\",\"\u{f6}\":\"Latin Small Letter O With Diaeresis\","
            + "\"\u{20ac}\":\"Euro Sign\",\"\u{1f600}\":\"Emoji: Grinning Face\","
            + "\"\u{fb33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        #expect(try Self.canonical(text) == expected)
    }

    @Test("the serialisation example of 3.2.2, without fractions and U+000F")
    func serialisation() throws {
        let text = #"""
            {
              "string": "\u20ac$\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let expected = #"{"literals":[null,true,false],"string":"€$\nA'B\"\\\\\"/"}"#
        #expect(try Self.canonical(text) == expected)
    }

    @Test("the bytes that 3.2.4 gives for that example")
    func encoding() throws {
        let bytes = try Self.canonical(#"{"string":"\u20ac$"}"#).utf8
        let expected: [UInt8] = [
            0x7b, 0x22, 0x73, 0x74, 0x72, 0x69, 0x6e, 0x67, 0x22, 0x3a, 0x22, 0xe2, 0x82, 0xac,
            0x24, 0x22, 0x7d,
        ]
        #expect(Array(bytes) == expected)
    }

    @Test("escapes are the shortest, in lower case, and only where 3.2.2.2 wants them")
    func escapes() {
        let value: JSONValue = "\u{8}\t\n\u{c}\r\"\\/\u{0}\u{f}\u{1f}\u{7f}\u{80}\u{2028}"
        let expected = #""\b\t\n\f\r\"\\/\u0000\u000f\u001f"# + "\u{7f}\u{80}\u{2028}\""
        #expect(value.canonicalBytes() == Array(expected.utf8))
    }

    @Test("whole numbers are plain digits")
    func numbers() {
        let value: JSONValue = [0, -1, 10, 9_007_199_254_740_991, -9_007_199_254_740_991]
        let expected = "[0,-1,10,9007199254740991,-9007199254740991]"
        #expect(value.canonicalBytes() == Array(expected.utf8))
    }

    @Test("empty and nested containers have no whitespace")
    func containers() throws {
        #expect(
            try Self.canonical(" [ { } , [ ] , { \"b\" : 1 , \"a\" : [ 2 , 3 ] } ] ")
                == #"[{},[],{"a":[2,3],"b":1}]"#)
    }
}
