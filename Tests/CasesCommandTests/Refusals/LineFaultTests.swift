import TestSupport
import Testing

@Suite("A line of JSON that is wrong", .serialized)
struct LineFaultTests {
    /// A line that is wrong, and what is said of it.
    struct Wrong: Sendable {
        let what: Comment
        let line: String
        let fault: String
        var code = "bad_json"
    }

    private static let head = #"{"stream":"case/acme-seizure","type":"action.taken","key":"a","#

    private static let wrongs = [
        Wrong(
            what: "no JSON", line: "acme",
            fault: """
                1: byte 0: U+0061 where a value should stand
                    write a text in double quotes, a whole number, true, false, null, [ ] or { }
                """),
        Wrong(
            what: "no object", line: "[1]",
            fault: """
                1: this must be a JSON object
                    each line is one object: {"stream": …, "type": …, …}
                """),
        Wrong(
            what: "a name twice", line: #"{"key":"a","key":"b"}"#,
            // {"key":"a", has 11 characters.
            fault: """
                12: byte 11: the name "key" appears twice in one object
                    keep one of the two
                """),
        Wrong(
            what: "a number with a point, behind a letter of two bytes",
            line: #"{"é":1.5}"#,
            // Column 6, but {"é": has six bytes.
            fault: """
                6: byte 6: a number with a decimal point
                    write it as a string, like "1.5"
                """),
        Wrong(
            what: "a control character", line: #"{"a":"x\u001b[31m"}"#,
            fault: """
                8: byte 7: the control character U+001B in a string
                    remove it; of the control characters, text has only \\t and \\n
                """),
        Wrong(
            what: "depth 33", line: #"{"a":"# + String(repeating: "[", count: 32),
            // The object is the first; the 32nd bracket, at byte 5 + 31, is one too many.
            fault: """
                37: byte 36: more than 32 arrays and objects inside each other
                    nest it less deeply
                """),
        Wrong(
            what: "a wrong type", line: #"{"stream":"case/a","type":"control.take"}"#,
            // {"stream":"case/a","type": has 26 characters.
            fault: """
                27: type: unknown type "control.take"
                    did you mean "control.taken"?
                """, code: "bad_event"),
        Wrong(
            what: "no stream", line: #"{"stream":"acme","type":"control.taken"}"#,
            fault: """
                11: stream: no stream is named
                    write case/SLUG, actor/SLUG or source/SLUG
                """, code: "bad_event"),
        Wrong(
            what: "an id that is none", line: head + #""id":"7"}"#,
            // The head has 62 characters, "id": 5 more.
            fault: """
                68: id: this is not an id
                    a UUID, or leave it out
                """, code: "bad_event"),
    ]

    /// A good line before the wrong one is not recorded either.
    private static let good =
        #"{"stream":"actor/x","type":"actor.registered","key":"registered","#
        + #""data":{"name":"X","type":"group"}}"# + "\n"

    @Test("is refused at its place, and nothing is recorded, from a file and from a pipe")
    func refused() async throws {
        try await Desk.withAcme { desk in
            for wrong in LineFaultTests.wrongs {
                let lines = LineFaultTests.good + wrong.line + "\n"
                try desk.write(lines, to: "wrong.jsonl")
                for (name, input) in [("wrong.jsonl", ""), ("-", lines)] {
                    let text = "cases: 1 fault in the input; nothing was recorded\n\(name):2:"
                    let refusal = Refusal(exitCode: 65, code: wrong.code, text: text + wrong.fault)
                    try await refusal.check(
                        ["import", name], at: desk, input: input, wrong.what)
                }
            }
        }
    }
}
