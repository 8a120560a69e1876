import TestSupport
import Testing

@Suite("What is not there, or not what was asked for", .serialized)
struct NotThereTests {
    @Test("is answered with where to look")
    func listed() async throws {
        try await Desk.withAcme { desk in
            for (command, text) in [
                (
                    ["retract", "acme-seizure", "--reason", "x"],
                    """
                    cases: "acme-seizure" is a case, and an event is asked for
                           write acme-seizure/KEY or acme-seizure#VERSION: cases timeline acme-seizure \
                    shows them

                    """
                ),
                (
                    ["sources", "qqqqqqqq"],
                    """
                    cases: there is no source "qqqqqqqq"
                           cases sources shows all sources

                    """
                ),
                (
                    ["actors", "qqqqqqqq"],
                    """
                    cases: there is no actor "qqqqqqqq"
                           cases actors shows all actors

                    """
                ),
            ] as [([String], String)] {
                let told = try await desk.program.run(command)
                #expect(told.errors == text)
            }
        }
    }

    @Test("yet, a measure as well as a case, is answered with the clocks")
    func notYet() async throws {
        try await Desk.withAcme { desk in
            try await desk.done(
                "add-event", "acme-seizure", "measure.imposed", "--key", "halt", "--occurred",
                "2031-04-09", "--actor", "acme", "--set", "measure=halt", "--set",
                "kind=export_suspension", "--summary", "A halt.", "--source", "gazette-2031-04-02")
            let told = try await desk.run("measures", "halt", "--known-at", "1")
            #expect(told.exitCode == 4)
            #expect(
                told.errors == """
                    cases: measure "halt" is not there by the clocks that were asked
                           ask for a later --as-of, --published-by or --known-at

                    """)
        }
    }
}
