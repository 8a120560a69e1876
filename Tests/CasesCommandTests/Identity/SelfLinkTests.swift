import TestSupport
import Testing

@Suite("A link of an event to itself", .serialized)
struct SelfLinkTests {
    private func add(_ desk: Desk, key: String, to cause: String) async throws -> Outcome {
        try await desk.program.run([
            "add-event", "acme-seizure", "action.taken", "--key", key, "--occurred", "2031-04-05",
            "--summary", "Acme answers.", "--actor", "acme", "--set", "what=x", "--source",
            "letter-2031-04-10", "--responds-to", cause,
        ])
    }

    private let fault = "joins an event to itself"

    @Test("is refused under its key, its id and its number")
    func names() async throws {
        try await Desk.withAcme { desk in
            let keyed = try await add(desk, key: "answer", to: "acme-seizure/answer")
            #expect(keyed.exitCode == 65 && keyed.errors.contains(fault))
            try await desk.done(addition(to: "acme-seizure/seizure"))
            let id = try #require(try await desk.json("show", "acme-seizure/answer")["id"].string)
            for name in ["acme-seizure/answer", "acme-seizure#4", id] {
                let told = try await desk.program.run([
                    "correct", "acme-seizure/answer", "--set",
                    """
                    links=[{"relation":"follows","to":"\(name)","basis":"temporal",\
                    "asserted_by":["analyst"]}]
                    """, "--reason", "typo", "--no-source", "x",
                ])
                #expect(told.exitCode == 65 && told.errors.contains(fault))
            }
        }
    }

    private func addition(to cause: String) -> [String] {
        [
            "add-event", "acme-seizure", "action.taken", "--key", "answer", "--occurred",
            "2031-04-05", "--summary", "Acme answers.", "--actor", "acme", "--set", "what=x",
            "--source", "letter-2031-04-10", "--responds-to", cause,
        ]
    }

    @Test("is refused where it is asserted later, also by two names of the event")
    func asserted() async throws {
        try await Desk.withAcme { desk in
            let id = try #require(try await desk.json("show", "acme-seizure/seizure")["id"].string)
            for name in ["acme-seizure/seizure", "acme-seizure#3", id] {
                try desk.write(
                    """
                    case: acme-seizure
                    title: The seizure of Acme Semiconductors
                    events:
                      - key: loop
                        type: link.asserted
                        data:
                          event: acme-seizure/seizure
                          relation: follows
                          to: "\(name)"
                          basis: temporal
                          asserted_by: [analyst]

                    """, to: "loop.yaml")
                for options in [[], ["--batch", "10"]] {
                    let told = try await desk.program.run(["import", "loop.yaml"] + options)
                    #expect(told.exitCode == 65 && told.errors.contains(fault))
                }
            }
            #expect(try await desk.head() == Acme.count)
        }
    }

    @Test("that an older log holds is read, and every answer ends")
    func older() async throws {
        try await Desk.withAcme { desk in
            try await desk.append(
                "case/acme-seizure", "link.asserted",
                """
                {"asserted_by":["analyst"],"basis":"explicit","event":"acme-seizure/seizure",\
                "relation":"responds_to","to":"acme-seizure/seizure"}
                """)
            for command in ["show", "timeline", "chain", "conflicts"] {
                try await desk.done(command, "acme-seizure")
            }
        }
    }
}
