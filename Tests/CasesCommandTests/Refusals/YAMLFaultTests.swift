import TestSupport
import Testing

@Suite("A case file that is wrong", .serialized)
struct YAMLFaultTests {
    /// A case file that is wrong, and what is said of it after the line with the count.
    struct Wrong: Sendable {
        let what: Comment
        let file: String
        let faults: String
        var count = 1
    }

    /// An event in the small case; line 3 is its first.
    private static func event(_ lines: String) -> String {
        "case: acme-seizure\nevents:\n" + lines
    }

    private static let wrongs = [
        Wrong(
            what: "no YAML",
            file: "case: [acme-seizure\n",
            faults: """
                wrong.yaml:2:1: this is not valid YAML: did not find expected ',' or ']'
                    mind the indentation, and quote texts that hold a colon or begin with [ or {
                """),
        Wrong(
            what: "no case file",
            file: "- acme-seizure\n",
            faults: """
                wrong.yaml:1:1: a case file has fields
                    it has: sources, actors, lists, measures, case, title, events
                """),
        Wrong(
            what: "a field given twice",
            file: "case: acme-seizure\ntitle: One\ntitle: Two\n",
            faults: """
                wrong.yaml:2:1: this is not valid YAML: the field "title" is given twice
                    keep one of the two
                """),
        Wrong(
            what: "two documents",
            file: "case: acme-seizure\n---\ncase: other\n",
            faults: """
                wrong.yaml:2:1: this is not valid YAML: a second document begins here
                    give each a file of its own
                """),
        Wrong(
            what: "a raw control character",
            file: "case: acme-seizure\ntitle: é\u{1b}[31mred\n",
            faults: """
                wrong.yaml:2:9: this is not valid YAML: control characters are not allowed
                    remove it; of the control characters, text has only \\t and \\n
                """),
        Wrong(
            what: "a control character written as an escape, in the second range too",
            file:
                "case: other\ntitle: \"\\e[31mred\"\nactors:\n  x: {name: \"a\\x9bb\", type: group}\n",
            faults: """
                wrong.yaml:2:8: data.title: the control character U+001B in a string
                    remove it; of the control characters, text has only \\t and \\n
                wrong.yaml:4:7: data.name: the control character U+009B in a string
                    remove it; of the control characters, text has only \\t and \\n
                """, count: 2),
        Wrong(
            what: "an unknown field of the file",
            file: "cases: acme-seizure\n",
            faults: """
                wrong.yaml:1:1: unknown field "cases"
                    did you mean "case"?
                """),
        Wrong(
            what: "a wrong type",
            file: event("  - key: a\n    type: control.take\n"),
            faults: """
                wrong.yaml:4:11: unknown type "control.take"
                    did you mean "control.taken"?
                """),
        Wrong(
            what: "a wrong word, a wrong field and a missing one",
            file: event(
                """
                  - key: a
                    type: control.taken
                    occurred: 2031
                    summary: A.
                    actors: [{role: actr, actor: acme}]
                    claims: [{source: gazette-2031-04-02}]
                    data: {scop: all}

                """),
            faults: """
                wrong.yaml:7:15: actors[0].role: unknown word "actr"
                    did you mean "actor"?
                wrong.yaml:9:5: data: the field "asset" is missing
                wrong.yaml:9:12: data.scop: unknown field "scop"
                    did you mean "scope"?
                """, count: 3),
        Wrong(
            what: "brackets that are not quoted",
            file: event(
                """
                  - key: a
                    type: action.taken
                    occurred: [2031-04-02..2031-04-12]
                    summary: A.
                    actors: [{role: actor, actor: acme}]
                    no_source: none
                    data: {what: x}

                """),
            faults: """
                wrong.yaml:5:5: occurred: a date is expected, not a list
                    put a date with brackets or braces in quotation marks
                """),
    ]

    @Test("is refused with file, line, column and remedy, and nothing is recorded")
    func refused() async throws {
        try await Desk.withAcme { desk in
            for wrong in YAMLFaultTests.wrongs {
                try desk.write(wrong.file, to: "wrong.yaml")
                let count = wrong.count == 1 ? "1 fault" : "\(wrong.count) faults"
                let refusal = Refusal(
                    exitCode: 65, code: "bad_event",
                    text: "cases: \(count) in the input; nothing was recorded\n" + wrong.faults)
                try await refusal.check(["import", "wrong.yaml"], at: desk, wrong.what)
            }
        }
    }
}
