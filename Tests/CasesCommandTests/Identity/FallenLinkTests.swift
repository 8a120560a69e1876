import TestSupport
import Testing

/// A seizure, and in another case a ban that answers it and is said not to; the seizure is
/// retracted.
private enum Fallen {
    static let seizure = """
        sources:
          early: {title: Early, publisher: A, published: 2031-01-05}
          late: {title: Late, publisher: B, published: 2031-06-05}
        actors:
          nl: {name: Netherlands, type: state, country: NL}
          cn: {name: China, type: state, country: CN}
          acme: {name: Acme, type: company, country: NL}
        case: cause
        title: The cause
        events:
          - key: seizure
            type: control.taken
            occurred: 2031-01-02
            summary: The seizure.
            actors: [{role: actor, actor: nl}, {role: target, actor: acme}]
            claims: [{source: SOURCE}]
            data: {asset: acme}

        """

    static let answer = """
        case: answer
        title: The answer
        events:
          - key: ban
            type: measure.imposed
            occurred: 2031-01-12
            summary: The ban.
            actors: [{role: actor, actor: cn}]
            claims: [{source: early}]
            data: {measure: ban, kind: export_ban}
            links:
              - relation: responds_to
                mode: retaliates_for
                to: cause/seizure
                basis: explicit
                asserted_by: [early]
                disputed_by: [{actor: cn, source: late}]

        """
}

extension Desk {
    fileprivate static func withAnswer(
        source: String = "early", _ body: (Desk) async throws -> Void
    ) async throws {
        try await use { desk in
            let seizure = Fallen.seizure.replacing("SOURCE", with: source)
            try desk.write(seizure, to: "cause.yaml")
            try desk.write(Fallen.answer, to: "answer.yaml")
            try await desk.done("import", "cause.yaml", "answer.yaml")
            try await body(desk)
        }
    }

    /// The links of the ban in the timeline of its own case.
    fileprivate func links(_ clocks: String...) async throws -> [JSON] {
        let answer = try JSON(try await done(["timeline", "answer", "--json"] + clocks).stdout)
        return answer["entries"].elements.flatMap { $0["links"].elements }
    }
}

@Suite("A link to an event that was retracted, in another case", .serialized)
struct RetractedCauseTests {
    @Test("is shown and marked, disputes nothing, and bears nothing")
    func retracted() async throws {
        try await Desk.withAnswer { desk in
            #expect(try await desk.links().map { $0["rests_on_retracted"] } == [JSON.null])
            #expect(try await desk.json("show", "answer")["disputes"].elements.count == 1)
            #expect(try await desk.json("conflicts")["conflicts"].elements.count == 1)
            try await desk.done("retract", "cause/seizure", "--reason", "Another company.")
            #expect(try await desk.links().map { $0["rests_on_retracted"] } == [true])
            #expect(try await desk.json("show", "answer")["disputes"] == [])
            #expect(try await desk.json("conflicts")["conflicts"] == [])
            let why = try await desk.json("why", "answer", "ban.links")["because"]
            let told = why.elements.flatMap { $0["links"].elements }
            #expect(told.map { $0["rests_on_retracted"] } == [true])
            let rests = try await desk.json("sources", "early")["sources"].elements[0]["rests"]
            #expect(rests.elements.map { $0["what"] } == ["event"])
            #expect(try await desk.json("chain", "answer")["links"] == [])
            let event = try await desk.json("show", "answer/ban")
            #expect(event["links_to_retracted"] == ["cause/seizure"])
            for command in [["timeline", "answer"], ["why", "answer", "ban.links"]] {
                let text = try await desk.done(command).output
                #expect(text.replacing("\n", with: " ").contains("retracted event"))
            }
        }
    }

    @Test("lives again when the retraction is retracted, and before it was recorded")
    func restored() async throws {
        try await Desk.withAnswer { desk in
            let head = try await desk.head()
            try await desk.done("retract", "cause/seizure", "--reason", "Another company.")
            let before = try await desk.links("--known-at", "\(head)")
            #expect(before.map { $0["rests_on_retracted"] } == [JSON.null])
            let diff = try await desk.json(
                "diff", "answer", "--from", "\(head)", "--to", "\(head + 1)")["changes"]
            #expect(diff.elements.map { $0["field"] } == ["ban.links"])
            try await desk.done("retract", "cause#3", "--reason", "It was that company.")
            #expect(try await desk.links().map { $0["rests_on_retracted"] } == [JSON.null])
        }
    }
}

@Suite("A link to an event that is not there by the clocks asked", .serialized)
struct AbsentCauseTests {
    @Test("is not shown where no source had told of the event")
    func published() async throws {
        try await Desk.withAnswer(source: "late") { desk in
            let (all, before) = (
                try await desk.links(), try await desk.links("--published-by", "2031-02-01")
            )
            let after = try await desk.links("--published-by", "2031-06-05")
            #expect([all.count, before.count, after.count] == [1, 0, 1])
        }
    }

    @Test("is not shown where the event had not happened, nor where it was not recorded yet")
    func occurredAndRecorded() async throws {
        try await Desk.withAnswer { desk in
            try await desk.done(
                "correct", "cause/seizure", "--set", "occurred=2031-02-02", "--reason", "typo",
                "--no-source", "x")
            #expect(try await desk.links("--as-of", "2031-01-20").isEmpty)
            #expect(try await desk.links("--as-of", "2031-02-02").count == 1)
            #expect(
                try await desk.json("show", "answer", "--as-of", "2031-01-20")["disputes"] == [])
        }
    }
}
