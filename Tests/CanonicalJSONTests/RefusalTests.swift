import CanonicalJSON
import Testing

@Suite("Documents that are refused, with byte, line and column")
struct RefusalTests {
    static let quote = UInt8(ascii: "\"")

    static let encodings: [Refusal] = [
        Refusal([0xef, 0xbb, 0xbf, 0x31], 0, .byteOrderMark),
        Refusal([0xfe, 0xff, 0x00, 0x31], 0, .notUTF8),
        Refusal(Array("[\"é".utf8) + [0xff, quote], 4, .notUTF8, column: 4),
        Refusal([quote, 0x80, quote], 1, .notUTF8),
        Refusal([quote, 0xc0, 0xaf, quote], 1, .notUTF8),
        Refusal([quote, 0xe0, 0x80, 0xaf, quote], 1, .notUTF8),
        Refusal([quote, 0xf0, 0x80, 0x80, 0x80, quote], 1, .notUTF8),
        Refusal([quote, 0xed, 0xa0, 0x80, quote], 1, .notUTF8),
        Refusal([quote, 0xf4, 0x90, 0x80, 0x80, quote], 1, .notUTF8),
        Refusal([quote, 0xf5, 0x80, 0x80, 0x80, quote], 1, .notUTF8),
        Refusal([quote, 0xe2, 0x82, quote], 1, .notUTF8),
        Refusal([quote, 0x0a, 0xe2, 0x82], 2, .notUTF8, line: 2, column: 1),
    ]

    static let words: [Refusal] = [
        Refusal("True", 0, .unexpected("T", expecting: .value)),
        Refusal("nul", 0, .unexpected("n", expecting: .value)),
        Refusal("NaN", 0, .unexpected("N", expecting: .value)),
        Refusal("trueX", 4, .unexpected("X", expecting: .nothing)),
        Refusal("\u{c}1", 0, .unexpected("\u{c}", expecting: .value)),
        Refusal("[\u{feff}1]", 1, .unexpected("\u{feff}", expecting: .value)),
        Refusal("[1,\u{a0}2]", 3, .unexpected("\u{a0}", expecting: .value)),
        Refusal("1\0", 1, .unexpected("\0", expecting: .nothing)),
        Refusal("1 2", 2, .unexpected("2", expecting: .nothing)),
        Refusal("[1] // one", 4, .unexpected("/", expecting: .nothing)),
    ]

    static let containers: [Refusal] = [
        Refusal("]", 0, .unexpected("]", expecting: .value)),
        Refusal("[,1]", 1, .unexpected(",", expecting: .value)),
        Refusal("[1,,2]", 3, .unexpected(",", expecting: .value)),
        Refusal("[1 2]", 3, .unexpected("2", expecting: .commaOrBracket)),
        Refusal("[1}", 2, .unexpected("}", expecting: .commaOrBracket)),
        Refusal("[\"😀\" 1]", 8, .unexpected("1", expecting: .commaOrBracket), column: 6),
        Refusal("{a:1}", 1, .unexpected("a", expecting: .name)),
        Refusal("{1:2}", 1, .unexpected("1", expecting: .name)),
        Refusal("{'a':1}", 1, .unexpected("'", expecting: .name)),
        Refusal("{,}", 1, .unexpected(",", expecting: .name)),
        Refusal(#"{"a" 1}"#, 5, .unexpected("1", expecting: .colon)),
        Refusal(#"{"a"}"#, 4, .unexpected("}", expecting: .colon)),
        Refusal(#"{"a":}"#, 5, .unexpected("}", expecting: .value)),
        Refusal(#"{"a":1 "b":2}"#, 7, .unexpected("\"", expecting: .commaOrBrace)),
        Refusal(#"{"a":1]"#, 6, .unexpected("]", expecting: .commaOrBrace)),
        Refusal("[1,\n]", 2, .trailingComma),
        Refusal(#"{"a":1,}"#, 6, .trailingComma),
    ]

    static let ends: [Refusal] = [
        Refusal("", 0, .ended(expecting: .value)),
        Refusal("  \n ", 4, .ended(expecting: .value), line: 2, column: 2),
        Refusal("[", 1, .ended(expecting: .value)),
        Refusal("[1", 2, .ended(expecting: .commaOrBracket)),
        Refusal("[1,", 3, .ended(expecting: .value)),
        Refusal("{", 1, .ended(expecting: .name)),
        Refusal(#"{"a""#, 4, .ended(expecting: .colon)),
        Refusal(#"{"a":"#, 5, .ended(expecting: .value)),
        Refusal(#"{"a":1"#, 6, .ended(expecting: .commaOrBrace)),
        Refusal(#"{"a":1,"#, 7, .ended(expecting: .name)),
    ]

    static let lines: [Refusal] = [
        Refusal(
            "{\n  \"é\": 1,\n  \"b\": nope\n}", 20, .unexpected("n", expecting: .value),
            line: 3, column: 8),
        Refusal(
            "[\r\n1\r\n2]", 6, .unexpected("2", expecting: .commaOrBracket), line: 3, column: 1),
        Refusal("[\n\n\t]]", 5, .unexpected("]", expecting: .nothing), line: 3, column: 3),
    ]

    @Test("they are no text, no value, or end too early", arguments: encodings + words + ends)
    func refusesText(refusal: Refusal) { refusal.check() }

    @Test("their arrays and objects are not well formed", arguments: containers)
    func refusesContainers(refusal: Refusal) { refusal.check() }

    @Test("the line is counted by line feeds, the column in characters", arguments: lines)
    func countsLines(refusal: Refusal) { refusal.check() }
}
