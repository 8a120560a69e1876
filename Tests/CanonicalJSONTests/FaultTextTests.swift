import CanonicalJSON
import Testing

@Suite("What a fault says")
struct FaultTextTests {
    static func text(_ document: String) -> String? {
        do throws(JSONFault) {
            _ = try JSONValue(reading: Array(document.utf8))
            return nil
        } catch {
            return error.description
        }
    }

    @Test(
        "place, fault and remedy",
        arguments: [
            (
                "{\n \"n\": 1.5}",
                "line 2, column 7 (byte 8): a number with a decimal point; "
                    + "write it as a string, like \"1.5\""
            ),
            (
                #"{"a":1,"a":2}"#,
                "line 1, column 8 (byte 7): the name \"a\" appears twice in one object; "
                    + "keep one of the two"
            ),
            (
                "['a']",
                "line 1, column 2 (byte 1): U+0027 where a value should stand; "
                    + "write names and texts in plain double quotes"
            ),
            (
                "{} {}",
                "line 1, column 4 (byte 3): U+007B after the end of the value; "
                    + "a document is one value; remove what follows it"
            ),
            (
                #""a\u0085""#,
                "line 1, column 3 (byte 2): the control character U+0085 in a string; "
                    + "remove it; of the control characters, text has only \\t and \\n"
            ),
            (
                "\"a\n\"",
                "line 1, column 3 (byte 2): U+000A inside a string, not written as an escape; "
                    + "write it as \\n, or close the string with a double quote before it"
            ),
            (
                "",
                "line 1, column 1 (byte 0): the text ends where a value should stand; "
                    + "write a text in double quotes, a whole number, true, false, null, [ ] or { }"
            ),
        ])
    func texts(document: String, expected: String) {
        #expect(Self.text(document) == expected)
    }

    @Test("a fault quotes nothing of the document's values")
    func noContent() {
        let documents = [
            #"["secret77""#, #"["secret77\q"]"#, #"["secret77\r"]"#, #"["secret77"#,
            "[77.77]", "[777777777777777777777]", "[077]", #"["secret77" "secret77"]"#,
            #"{"secret77":1,"b" "secret77"}"#, #"{"a":"secret77","a":"secret77"}"#,
        ]
        for document in documents {
            let text = Self.text(document)
            #expect(text?.contains("secret") == false && text?.contains("77") == false)
        }
    }

    @Test(
        "a name is quoted where it has up to 40 characters, all of them printable",
        arguments: [
            (String(repeating: "é", count: 40), true), (String(repeating: "n", count: 41), false),
            ("a\u{202e}b", false), ("a\\nb", false), ("a\u{2028}b", false), ("名 前", true),
        ])
    func names(name: String, isQuoted: Bool) {
        let text = Self.text("{\"\(name)\":1,\"\(name)\":2}")
        let subject = isQuoted ? "the name \"\(name)\"" : "a name"
        #expect(text?.contains(": \(subject) appears twice in one object; ") == true)
    }
}
