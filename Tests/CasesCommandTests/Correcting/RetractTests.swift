import TestSupport
import Testing

@Suite("A retraction from the command line", .serialized)
struct RetractTests {
    @Test("takes an event out of every answer, once, and a retraction of it brings it back")
    func event() async throws {
        try await Desk.withAcme { desk in
            let retract = ["retract", "acme-seizure/seizure", "--reason", "Another company."]
            let told = try await desk.done(retract)
            #expect(told.lines.last == "acme-seizure/seizure no longer counts")
            #expect(told.errors.hasPrefix("id "))
            let without = try await desk.json("timeline")["entries"].elements
            #expect(without.map { $0["event"] } == ["acme-seizure/warning"])
            let again = try await desk.done(retract)
            #expect(again.lines.last == "No change: this is recorded already.")
            #expect(try await desk.head() == 9)
            let back = try await desk.done("retract", "acme-seizure#4", "--reason", "It was Acme.")
            #expect(
                back.lines.suffix(2) == [
                    "acme-seizure/seizure counts again", "acme-seizure#4 no longer counts",
                ])
            let with = try await desk.json("timeline")["entries"].elements
            #expect(with.map { $0["event"] } == ["acme-seizure/warning", "acme-seizure/seizure"])
        }
    }

    @Test("of a correction gives the old reading back, in state, timeline and chain")
    func correction() async throws {
        try await Desk.withAcme { desk in
            func readings() async throws -> [JSON] {
                [
                    try await desk.json("show", "acme-seizure")["controls"].elements[0]["since"],
                    try await desk.json("timeline")["entries"].elements[1]["occurred"],
                    try await desk.json("chain", "acme-seizure")["links"].elements[0]["days"],
                ]
            }
            let before = try await readings()
            try await desk.done(
                "correct", "acme-seizure/seizure", "--set", "occurred=2031-04-05", "--reason",
                "typo", "--no-source", "x")
            let corrected = try await readings()
            // From the 1st or the 31st of March to 5 April.
            #expect(corrected.map { $0["edtf"] } == ["2031-04-05", "2031-04-05", nil])
            #expect(corrected[2] == ["min": 5, "max": 35])
            let id = try await desk.json("show", "acme-seizure#4")["id"].string ?? "?"
            let told = try await desk.done("retract", id, "--reason", "It was right.")
            #expect(told.lines.contains("  occurred: 2031-04-05 → 2031-04-02"))
            #expect(try await readings() == before)
        }
    }

    @Test("of what is not there is refused, and --dry-run records nothing")
    func refused() async throws {
        try await Desk.withAcme { desk in
            let refusal = Refusal(
                exitCode: 4, code: "not_found",
                text: """
                    cases: there is no event acme-seizure#9
                           cases timeline shows the events of a case
                    """)
            try await refusal.check(["retract", "acme-seizure#9", "--reason", "x"], at: desk)
            let told = try await desk.done(
                "retract", "actor/acme/registered", "--reason", "x", "--dry-run")
            #expect(told.lines.last == "actor/acme/registered no longer counts")
            #expect(try await desk.head() == Acme.count)
        }
    }
}
