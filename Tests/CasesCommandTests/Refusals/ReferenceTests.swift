import TestSupport
import Testing

@Suite("A name of what is not there", .serialized)
struct ReferenceTests {
    @Test("is refused wherever it stands: actor, source, asserter, dispute, event")
    func dangling() async throws {
        try await Desk.withAcme { desk in
            let file = """
                case: acme-seizure
                events:
                  - key: answer
                    type: action.taken
                    occurred: 2031
                    summary: Somebody answers.
                    actors: [{role: actor, actor: acmee}]
                    claims: [{source: telegram}]
                    data: {what: x}
                    links:
                      - relation: responds_to
                        to: acme-seizure/nothing
                        basis: explicit
                        asserted_by: [radio]
                        disputed_by: [{actor: queen, source: gazette-2031-04-02}]

                """
            try desk.write(file, to: "dangling.yaml")
            let refusal = Refusal(
                exitCode: 65, code: "bad_reference",
                text: """
                    cases: 5 faults in the input; nothing was recorded
                    dangling.yaml:7:28: actors[0].actor: there is no actor "acmee"
                        did you mean "acme"?
                    dangling.yaml:8:15: claims[0].source: there is no source "telegram"
                        capture it: cases add-source telegram --title TITLE --published DATE
                    dangling.yaml:12:9: links[0].to: there is no event "acme-seizure/nothing"
                        record it first, or name one that cases timeline shows
                    dangling.yaml:14:23: links[0].asserted_by[0]: there is no source "radio"
                        capture it: cases add-source radio --title TITLE --published DATE
                    dangling.yaml:15:24: links[0].disputed_by[0].actor: there is no actor "queen"
                        register it: cases add-actor queen --name NAME --type TYPE
                    """)
            try await refusal.check(["import", "dangling.yaml"], at: desk)
        }
    }

    @Test("is refused where the source that a source retells is none")
    func reports() async throws {
        try await Desk.withAcme { desk in
            let refusal = Refusal(
                exitCode: 65, code: "bad_reference",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    data.reports: there is no source "letter-2031-04-11"
                        did you mean "letter-2031-04-10"?
                    """)
            try await refusal.check(
                [
                    "add-source", "copy", "--untitled", "--undated", "--reports",
                    "letter-2031-04-11",
                ],
                at: desk)
        }
    }

    @Test("is no place to record in: the case must be there, and the nearest one is named")
    func cases() async throws {
        try await Desk.withAcme { desk in
            let refusal = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no case "acme-seizur"
                           did you mean "acme-seizure"?
                    """)
            try await refusal.check(
                [
                    "add-event", "acme-seizur", "action.taken", "--undated", "--summary", "A.",
                    "--actor", "acme", "--no-source", "none", "--set", "what=x",
                ], at: desk)
            try await refusal.check(["close", "acme-seizur", "--outcome", "A."], at: desk)
        }
    }

    @Test("may be told forward and across files of one import")
    func forward() async throws {
        try await Desk.use { desk in
            // The registers stand in the file that is read last.
            let halves = Acme.file.split(separator: "case:", maxSplits: 1).map(String.init)
            try desk.write("case:" + halves[1], to: "all/a.yaml")
            try desk.write(halves[0], to: "all/z.yml")
            try await desk.done("import", "all")
            #expect(try await desk.head() == Acme.count)
        }
    }

    @Test("is not found by any reading command, which names what is there")
    func reading() async throws {
        try await Desk.withAcme { desk in
            let near = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no case "acme-sizure"
                           did you mean "acme-seizure"?
                    """)
            for command in ["show", "timeline", "chain"] {
                try await near.check([command, "acme-sizure"], at: desk)
            }
            let far = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no case "zzz"
                           cases list shows all cases
                    """)
            try await far.check(["show", "zzz"], at: desk)
            for name in ["acme-seizure/zzz", "acme-seizure#9", "actor/zzz/registered"] {
                let event = Refusal(
                    exitCode: 4, code: "not_found",
                    text: """
                        cases: there is no event \(name)
                               cases timeline shows the events of a case
                        """)
                try await event.check(["show", name], at: desk)
                try await event.check(["chain", name], at: desk)
            }
        }
    }
}
