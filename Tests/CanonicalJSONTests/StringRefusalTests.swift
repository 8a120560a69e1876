import CanonicalJSON
import Testing

@Suite("Strings that are refused")
struct StringRefusalTests {
    static let raw: [Refusal] = [
        Refusal("\"a\nb\"", 2, .unescaped("\n")),
        Refusal("\"a\tb\"", 2, .unescaped("\t")),
        Refusal("\"a\0\"", 2, .controlCharacter("\0")),
        Refusal("\"a\rb\"", 2, .controlCharacter("\r")),
        Refusal("\"a\u{1f}\"", 2, .controlCharacter("\u{1f}")),
        Refusal("\"a\u{7f}\"", 2, .controlCharacter("\u{7f}")),
        Refusal("\"a\u{80}\"", 2, .controlCharacter("\u{80}")),
        Refusal("\"é\u{9f}\"", 3, .controlCharacter("\u{9f}"), column: 3),
        Refusal("{\"\u{85}\":1}", 2, .controlCharacter("\u{85}")),
    ]

    static let escaped: [Refusal] = [
        Refusal(#""a\u0000""#, 2, .controlCharacter("\0")),
        Refusal(#""a\r""#, 2, .controlCharacter("\r")),
        Refusal(#""a\u000D""#, 2, .controlCharacter("\r")),
        Refusal(#""a\b""#, 2, .controlCharacter("\u{8}")),
        Refusal(#""a\f""#, 2, .controlCharacter("\u{c}")),
        Refusal(#""\t\u001f""#, 3, .controlCharacter("\u{1f}")),
        Refusal(#""\u007f""#, 1, .controlCharacter("\u{7f}")),
        Refusal(#""\u0080""#, 1, .controlCharacter("\u{80}")),
        Refusal(#""\u009F""#, 1, .controlCharacter("\u{9f}")),
        Refusal(#"{"a\u0000":1}"#, 3, .controlCharacter("\0")),
    ]

    static let escapes: [Refusal] = [
        Refusal(#""\x41""#, 1, .unknownEscape), Refusal(#""\U0041""#, 1, .unknownEscape),
        Refusal(#""\'""#, 1, .unknownEscape), Refusal(#""\u""#, 1, .unknownEscape),
        Refusal(#""\u12""#, 1, .unknownEscape), Refusal(#""\u12G4""#, 1, .unknownEscape),
        Refusal(#""\u+123""#, 1, .unknownEscape), Refusal(#""\é""#, 1, .unknownEscape),
        Refusal(#""\uD800""#, 1, .loneSurrogate), Refusal(#""\uDC00""#, 1, .loneSurrogate),
        Refusal(#""\uD800x""#, 1, .loneSurrogate),
        Refusal(#""\uD800\n""#, 1, .loneSurrogate),
        Refusal(#""\uD800\u0041""#, 1, .loneSurrogate),
        Refusal(#""\uDC00\uD800""#, 1, .loneSurrogate),
        Refusal(#""\uD83D\uD83D\uDE00""#, 1, .loneSurrogate),
        Refusal(#""a😀\udbff""#, 6, .loneSurrogate, column: 4),
        Refusal(#"{"\uDFFF":1}"#, 2, .loneSurrogate),
    ]

    static let ends: [Refusal] = [
        Refusal(#"["abc"#, 1, .unterminatedString),
        Refusal(#"["abc\"#, 1, .unterminatedString),
        Refusal(#"["abc\"]"#, 1, .unterminatedString),
        Refusal(#"{"a\n"#, 1, .unterminatedString),
    ]

    @Test("control characters but TAB and LF, raw or escaped", arguments: raw + escaped)
    func refusesControls(refusal: Refusal) { refusal.check() }

    @Test("escapes that are none, and half surrogate pairs", arguments: escapes)
    func refusesEscapes(refusal: Refusal) { refusal.check() }

    @Test("strings that do not end; at their opening quote", arguments: ends)
    func refusesOpenEnds(refusal: Refusal) { refusal.check() }
}
