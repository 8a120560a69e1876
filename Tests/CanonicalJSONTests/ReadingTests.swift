import CanonicalJSON
import Testing

@Suite("Documents that are read")
struct ReadingTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let value: JSONValue
        var testDescription: String { text }

        init(_ text: String, _ value: JSONValue) {
            self.text = text
            self.value = value
        }
    }

    static let words: [Example] = [
        Example("null", .null), Example("true", true), Example("false", false),
        Example(" \t\r\n null \n", .null),
    ]

    static let numbers: [Example] = [
        Example("0", 0), Example("7", 7), Example("-1", -1), Example("10", 10),
        Example("9007199254740991", 9_007_199_254_740_991),
        Example("-9007199254740991", -9_007_199_254_740_991),
    ]

    static let strings: [Example] = [
        Example(#""""#, ""),
        Example(#""a b""#, "a b"),
        Example(#""\"\\\/""#, "\"\\/"),
        Example(#""\t\n""#, "\t\n"),
        Example(#""\u0009\u000A\u000a""#, "\t\n\n"),
        Example(#""\u00e9\u20AC""#, "\u{e9}\u{20ac}"),
        Example(#""\ud83d\uDE00 and 😀""#, "\u{1f600} and \u{1f600}"),
        Example(#""\udbff\udfff\ud800\udc00""#, "\u{10ffff}\u{10000}"),
        Example("\"\u{7e}\u{a0}\u{2028}\u{feff}\u{ffff}\"", "~\u{a0}\u{2028}\u{feff}\u{ffff}"),
        Example(#""\u0022\u005c""#, "\"\\"),
    ]

    static let containers: [Example] = [
        Example("[]", []), Example("[ ]", []), Example("{}", [:]), Example("{\n}", [:]),
        Example("[1,[2,[]],{}]", [1, [2, []], [:]]),
        Example("\t[ 1 ,\r\n \"a\" , null ] ", [1, "a", .null]),
        Example(#"{"b":1,"a":{"b":[true]}}"#, ["a": ["b": [true]], "b": 1]),
        Example(#"{ "" : 0 , "\u0061" : 1 }"#, ["": 0, "a": 1]),
    ]

    @Test("the value is what the text says", arguments: words + numbers + strings + containers)
    func reads(example: Example) throws {
        #expect(try JSONValue(reading: Array(example.text.utf8)) == example.value)
    }

    @Test("composed and decomposed letters stay two names, in the order of their bytes")
    func noNormalisation() throws {
        let text = "{\"\u{e9}\":1,\"e\u{301}\":2}"
        let object = try #require(try JSONValue(reading: Array(text.utf8)).object)
        #expect(object.members.map { Array($0.name.utf8) } == [[0x65, 0xcc, 0x81], [0xc3, 0xa9]])
        #expect(object["\u{e9}"] == 1)
        #expect(object["e\u{301}"] == 2)
    }
}
