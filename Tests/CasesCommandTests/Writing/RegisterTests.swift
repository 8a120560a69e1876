import TestSupport
import Testing

@Suite("add-actor, add-source, open, close", .serialized)
struct RegisterTests {
    private func bodies(at desk: Desk) async throws -> [String] {
        try await desk.events().map { String(decoding: $0.body, as: UTF8.self) }
    }

    @Test("record each the first event of its thing, with what was given and nothing else")
    func bodies() async throws {
        try await Desk.use { desk in
            try await desk.done(
                "add-actor", "acme", "--name", "Acme", "--type", "company", "--country", "NL",
                "--also", "Acme Semi", "--also", "Acme BV")
            try await desk.done("add-actor", "nl", "--name", "NL", "--type", "state")
            try await desk.done(
                "add-source", "gazette", "--title", "Order", "--published", "2031-04-02",
                "--publisher", "Gazette", "--author", "A. B.", "--url", "https://example.org/",
                "--grade", "A1")
            try await desk.done(
                "add-source", "copy", "--untitled", "--undated", "--reports", "gazette")
            try await desk.done("open", "acme-seizure", "--title", "The seizure")
            try await desk.done("close", "acme-seizure", "--outcome", "Given back.")
            #expect(
                try await bodies(at: desk) == [
                    #"""
                    {"data":{"also":["Acme Semi","Acme BV"],"country":"NL","name":"Acme",\#
                    "type":"company"},"key":"registered"}
                    """#,
                    #"{"data":{"name":"NL","type":"state"},"key":"registered"}"#,
                    #"""
                    {"data":{"authors":["A. B."],"grade":"A1","published":"2031-04-02",\#
                    "publisher":"Gazette","title":"Order","url":"https://example.org/"},\#
                    "key":"captured"}
                    """#,
                    #"""
                    {"data":{"published":null,"publisher":null,"reports":"gazette",\#
                    "title":null},"key":"captured"}
                    """#,
                    #"{"data":{"title":"The seizure"},"key":"opened"}"#,
                    #"{"data":{"outcome":"Given back."}}"#,
                ])
            #expect(try await desk.json("show", "acme-seizure")["status"] == "closed")
        }
    }

    @Test("record twice nothing new; a closing is the same one by its id")
    func twice() async throws {
        try await Desk.use { desk in
            let open = ["open", "acme-seizure", "--title", "The seizure"]
            for _ in 1...2 { try await desk.done(open) }
            #expect(try await desk.head() == 1)
            let close = ["close", "acme-seizure", "--outcome", "Given back."]
            let told = try await desk.done(close).errors
            let id = try #require(told.split(separator: " ").last).prefix(36)
            try await desk.done(close + ["--id", String(id)])
            #expect(try await desk.head() == 2)
        }
    }

    @Test("refuse a name that is none, a wrong word, and what is neither given nor left out")
    func refusals() async throws {
        try await Desk.use { desk in
            let slug = Refusal(
                exitCode: 64, code: "usage",
                text: """
                    cases: "Acme BV" is not a slug
                           small letters, digits and single hyphens, at most 80 characters
                    """)
            try await slug.check(["open", "Acme BV", "--title", "A"], at: desk)
            let word = Refusal(
                exitCode: 65, code: "bad_event",
                text: """
                    cases: 1 fault in the input; nothing was recorded
                    data.type: unknown word "compny"
                        did you mean "company"?
                    """)
            try await word.check(["add-actor", "a", "--name", "A", "--type", "compny"], at: desk)
            let told = try await desk.run("add-source", "a", "--title", "A")
            #expect(told.exitCode == 64)
            #expect(
                told.errors.hasPrefix("Error: Give --published DATE or --undated, one of them.\n"))
        }
    }

    @Test("name who records: --by before CASES_BY, as ROLE/NAME; a name that is none is refused")
    func names() async throws {
        try await Desk.use { desk in
            try await desk.done("open", "a", "--title", "A", "--by", "anna")
            try await desk.done("open", "b", "--title", "B")
            #expect(try await desk.text("recorded_by", ofEventAt: 1) == "postgres/anna")
            #expect(try await desk.text("recorded_by", ofEventAt: 2) == "postgres/tester")
            // postgres/ has nine bytes: 91 more make 100.
            let longest = String(repeating: "é", count: 45) + "e"
            try await desk.done("open", "c", "--title", "C", "--by", longest)
            for name in ["", "a\u{1b}b", longest + "e"] {
                let told = try await desk.run("open", "d", "--title", "D", "--by", name)
                #expect(told.exitCode == 65)
                #expect(
                    told.errors.hasSuffix(
                        """
                        the name of who records it is missing, not printable, or longer than \
                        100 bytes with its role; give another name

                        """))
            }
            #expect(try await desk.head() == 3)
        }
    }
}
