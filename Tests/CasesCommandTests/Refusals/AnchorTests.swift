import TestSupport
import Testing

@Suite("Anchors and aliases in a case file", .serialized)
struct AnchorTests {
    private func refusal(_ places: String...) -> Refusal {
        let count = places.count == 1 ? "1 fault" : "\(places.count) faults"
        let faults = places.map {
            "\n\($0): anchors and aliases are not read\n    write the value out where it stands"
        }
        return Refusal(
            exitCode: 65, code: "bad_event",
            text: "cases: \(count) in the input; nothing was recorded" + faults.joined())
    }

    @Test("are refused at the anchor, wherever it stands")
    func refused() async throws {
        try await Desk.withAcme { desk in
            let events = """
                case: acme-seizure
                events:
                  - key: a
                    type: action.taken
                    occurred: 2031
                    summary: &said A deed.
                    actors: &who [{role: actor, actor: acme}]
                    no_source: none
                    data: {what: *said}

                """
            try desk.write(events, to: "a.yaml")
            try await refusal("a.yaml:6:14", "a.yaml:7:13").check(["import", "a.yaml"], at: desk)
            try desk.write("case: &name acme-seizure\n", to: "b.yaml")
            try await refusal("b.yaml:1:7").check(["import", "b.yaml"], at: desk)
        }
    }

    @Test("that stand for more than memory holds are refused at once, as values and as names")
    func bomb() async throws {
        try await Desk.withAcme { desk in
            // Each line is twice the one before it: the fortieth stands for 2^40 texts.
            let lines = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }
            let bomb = "a0: &a0 [laugh, laugh]\n" + lines.joined()
            for (name, file) in [("value", bomb), ("name", bomb + "? *a40\n: 1\n")] {
                try desk.write(file, to: "\(name).yaml")
                let begin = ContinuousClock.now
                let told = try await desk.run("import", "\(name).yaml")
                #expect(ContinuousClock.now - begin < .seconds(10))
                #expect(told.exitCode == 65)
                #expect(told.errors.contains("anchors and aliases are not read"))
            }
            #expect(try await desk.head() == Acme.count)
        }
    }

    @Test("are only what YAML takes for them: a text may hold & and *")
    func text() async throws {
        try await Desk.withAcme { desk in
            let file = """
                actors:
                  rd: {name: "R&D *and* &co *co", type: group, also: [Q&A, 3*4]}

                """
            try desk.write(file, to: "text.yaml")
            try await desk.done("import", "text.yaml")
            let body = try #require(try await desk.events().last).body
            #expect(
                String(decoding: body, as: UTF8.self) == """
                    {"data":{"also":["Q&A","3*4"],"name":"R&D *and* &co *co","type":"group"},\
                    "key":"registered"}
                    """)
        }
    }
}
