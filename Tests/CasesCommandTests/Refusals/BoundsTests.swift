import TestSupport
import Testing

@Suite("The bounds of an event", .serialized)
struct BoundsTests {
    /// An event of the small case whose body has that many bytes.
    private func line(bytes: Int) -> String {
        let before = #"{"stream":"case/acme-seizure","type":"note.added","#
        let frame = #"{"data":{"text":""},"key":"long"}"#
        let text = String(repeating: "x", count: bytes - frame.utf8.count)
        return before + #""key":"long","data":{"text":"\#(text)"}}"# + "\n"
    }

    @Test("A body of 65,535 bytes is recorded, one of 65,536 is refused")
    func bytes() async throws {
        try await Desk.withAcme { desk in
            try desk.write(line(bytes: 65_536), to: "long.jsonl")
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    long.jsonl:1:1: the body has 65536 bytes; at most 65535 are recorded
                        shorten a text, or make two events of it
                    """)
            try await refusal.check(["import", "long.jsonl"], at: desk)
            try desk.write(line(bytes: 65_535), to: "fits.jsonl")
            try await desk.done("import", "fits.jsonl")
            #expect(try await desk.events().last?.body.count == 65_535)
        }
    }

    /// A value for a field of the warning, nested in so many lists.
    private func file(depth: Int) -> String {
        let value = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        return """
            case: acme-seizure
            events:
              - key: deep
                type: claim.added
                claims: [{source: gazette-2031-04-02}]
                data:
                  event: acme-seizure/warning
                  field: summary
                  value: \(value)

            """
    }

    @Test("Depth 32 is recorded from YAML and read again; depth 33 is refused, and so is 900")
    func depth() async throws {
        try await Desk.withAcme { desk in
            // The body is the first, data the second: 30 lists make 32.
            try desk.write(file(depth: 30), to: "fits.yaml")
            try await desk.done("import", "fits.yaml")
            #expect(try await desk.json("verify")["ok"] == true)
            try await desk.done("timeline")
            let place = "data.value" + String(repeating: "[0]", count: 30)
            // value: stands in column 7, the first bracket in column 14: the 31st in 44.
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    deep.yaml:9:44: \(place): more than 32 lists and objects inside each other
                        nest it less deeply
                    """)
            for depth in [31, 900] {
                try desk.write(file(depth: depth), to: "deep.yaml")
                try await refusal.check(["import", "deep.yaml"], at: desk)
            }
        }
    }

    @Test("A number that not every reader can hold is refused from YAML too")
    func numbers() async throws {
        try await Desk.withAcme { desk in
            let file = file(depth: 1).split(separator: "[]").joined(separator: "9007199254740992")
            try desk.write(file, to: "big.yaml")
            let refusal = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    big.yaml:9:7: data.value: a number outside -9007199254740991 to 9007199254740991
                        write it as a string
                    """)
            try await refusal.check(["import", "big.yaml"], at: desk)
        }
    }

    @Test("A control character is refused from the command line, in every option that takes text")
    func controls() async throws {
        try await Desk.withAcme { desk in
            let fault = """
                : the control character U+0007 in a string
                    remove it; of the control characters, text has only \\t and \\n
                """
            let commands: [(String, [String])] = [
                ("data.name", ["add-actor", "x", "--type", "group", "--name", "a\u{7}"]),
                ("data.title", ["open", "x", "--title", "a\u{7}"]),
                ("data.outcome", ["close", "acme-seizure", "--outcome", "a\u{7}"]),
                (
                    "data.publisher",
                    ["add-source", "x", "--untitled", "--undated", "--publisher", "a\u{7}"]
                ),
                (
                    "no_source",
                    [
                        "add-event", "acme-seizure", "action.taken", "--undated", "--summary", "a",
                        "--actor", "acme", "--set", "what=x", "--no-source", "\u{7}",
                    ]
                ),
                (
                    "claims[0].at",
                    [
                        "add-event", "acme-seizure", "action.taken", "--undated", "--summary", "a",
                        "--actor", "acme", "--set", "what=x", "--source",
                        "gazette-2031-04-02@\u{7}",
                    ]
                ),
                (
                    "data.what",
                    [
                        "add-event", "acme-seizure", "action.taken", "--undated", "--summary", "a",
                        "--actor", "acme", "--set", "what=\u{7}", "--no-source", "x",
                    ]
                ),
            ]
            for (place, command) in commands {
                let text = "cases: 1 fault in the input; nothing was recorded\n\(place)\(fault)"
                try await Refusal(exitCode: 65, code: "bad_event", text: text)
                    .check(command, at: desk)
            }
        }
    }
}
