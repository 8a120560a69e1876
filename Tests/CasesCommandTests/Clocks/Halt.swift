import TestSupport

/// A small invented case whose date is corrected and whose second act is retracted.
enum Halt {
    /// The case as first told: positions 1 to 9.
    static let file = """
        sources:
          gazette: {title: Order 7, publisher: State Gazette, published: 2031-04-02}
          herald: {title: Beijing answers, publisher: Herald, published: "[2031-04-20..2031-04-25]"}
          leaflet: {title: A leaflet, publisher: null, published: null}
        actors:
          ministry: {name: The ministry, type: agency, country: NL}
          acme: {name: Acme, type: company, country: NL}
        case: halt
        title: The halt
        events:
          - key: seizure
            type: control.taken
            occurred: 2031-04-01
            summary: The ministry takes control of Acme.
            actors: [{role: actor, actor: ministry}, {role: target, actor: acme}]
            claims: [{source: gazette}]
            data: {asset: acme}
          - key: answer
            type: measure.imposed
            occurred: 2031-04
            summary: Exports are halted.
            actors: [{role: actor, actor: ministry}, {role: target, actor: acme}]
            claims: [{source: herald}]
            data: {measure: acme-halt, kind: export_suspension}
            links:
              - relation: responds_to
                mode: retaliates_for
                to: halt/seizure
                basis: explicit
                asserted_by: [herald]
          - key: rumour
            type: action.taken
            occurred: null
            summary: Somebody is said to pack.
            actors: [{role: actor, actor: acme}]
            claims: [{source: leaflet}]
            data: {what: packing}

        """

    /// The position of the last event of the file.
    static let told: Int64 = 9

    /// A correction of the answer's date, then a denial of the link, then a retraction of the
    /// seizure: positions 10, 11 and 12.
    static let later = [
        #"{"stream":"case/halt","key":"fix","type":"event.corrected","no_source":"misread","#
            + #""data":{"event":"halt/answer","reason":"misreading","#
            + #""set":{"occurred":"[2031-04-05..2031-04-08]"}}}"#,
        #"{"stream":"case/halt","key":"no","type":"link.disputed","claims":[{"source":"leaflet"}],"#
            + #""data":{"event":"halt/answer","relation":"responds_to","to":"halt/seizure","#
            + #""by":"ministry"}}"#,
        #"{"stream":"case/halt","key":"undo","type":"event.retracted","#
            + #""data":{"event":"halt/rumour","reason":"wrong company"}}"#,
    ]
}

extension Desk {
    /// Lends `body` a desk at which the case was told, and what came later recorded a line at a
    /// time.
    static func withHalt<Result: Sendable>(
        _ body: (Desk) async throws -> Result
    ) async throws -> Result {
        try await use { desk in
            try desk.write(Halt.file, to: "halt.yaml")
            try await desk.done("import", "halt.yaml")
            for line in Halt.later { try await desk.take(line) }
            return try await body(desk)
        }
    }

    /// Imports a line of JSON from standard input.
    func take(_ line: String) async throws {
        let outcome = try await program.run(["import", "-"], input: Array((line + "\n").utf8))
        guard outcome.exitCode == 0 else { throw Untaken(errors: outcome.errors) }
    }

    /// Says that a line was refused.
    private struct Untaken: Error { let errors: String }
}
