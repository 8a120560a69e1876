import TestSupport

/// A small invented case, written out by hand.
enum Acme {
    /// The case file.
    static let file = """
        sources:
          gazette-2031-04-02:
            title: Order 31/14
            publisher: State Gazette
            published: 2031-04-02
            grade: A1
          letter-2031-04-10: {title: Letter to parliament, publisher: null, published: 2031-04-10}
        actors:
          acme: {name: Acme Semiconductors, type: company, country: NL, also: [Acme Semi]}
          nl-economy-ministry: {name: Ministry of Economic Affairs, type: agency, country: NL}
          nl-economy-minister: {name: Minister of Economic Affairs, type: person, country: NL}
        case: acme-seizure
        title: The seizure of Acme Semiconductors
        events:
          - key: warning
            type: threat.made
            occurred: 2031-03
            summary: The ministry warns Acme that it may step in.
            actors: [{role: actor, actor: nl-economy-ministry}, {role: target, actor: acme}]
            claims: [{source: gazette-2031-04-02, at: paragraph 1, printed: "last month"}]
            data: {threatened: taking control}
          - key: seizure
            type: control.taken
            occurred: 2031-04-02
            summary: The ministry takes control of Acme.
            actors: [{role: actor, actor: nl-economy-ministry}, {role: target, actor: acme}]
            claims: [{source: gazette-2031-04-02, at: paragraph 2}]
            data: {asset: acme, scope: management}
            links:
              - relation: follows
                to: acme-seizure/warning
                basis: temporal
                asserted_by: [gazette-2031-04-02]
                disputed_by: [{actor: nl-economy-minister, source: letter-2031-04-10}]

        """

    /// How many events that makes: two sources, three actors, the case, two happenings.
    static let count: Int64 = 8
}

extension Desk {
    /// Lends `body` a desk at which the small case was recorded.
    static func withAcme<Result: Sendable>(
        _ body: (Desk) async throws -> Result
    ) async throws -> Result {
        try await use { desk in
            try desk.write(Acme.file, to: "acme.yaml")
            try await desk.done("import", "acme.yaml")
            return try await body(desk)
        }
    }
}
