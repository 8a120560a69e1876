import TestSupport
import Testing

@Suite("One actor, on the terminal")
struct ActorTextTests {
    /// A listed person and an unlisted one who share a company, and its subsidiary.
    private static let file = """
        sources:
          register-2031: {title: Extract, publisher: State Register, published: 2031-04-02}
          letter-2031: {title: Letter, publisher: null, published: 2031-04-10}
        actors:
          acme: {name: Acme, type: company, country: NL}
          lamp-holding: {name: Lamp Holding, type: company}
          jo: {name: Jo, type: person}
          kim: {name: Kim, type: person}
        lists:
          sdn: {name: SDN List, programme: SDN List}
        case: acme-owners
        title: Who owns Acme
        events:
          - key: jo-listed
            type: party.listed
            occurred: 2031-04-02
            summary: Jo is put on the list.
            actors: [{role: target, actor: jo}]
            claims: [{source: register-2031}]
            data: {list: sdn, party: jo, instrument: Notice 7}
          - key: jo-holds
            type: ownership.stated
            occurred: 2031-04
            summary: Jo holds half of Lamp Holding.
            actors: [{role: owner, actor: jo}, {role: asset, actor: lamp-holding}]
            claims: [{source: register-2031}]
            data: {owner: jo, asset: lamp-holding, share: 1/2, direct: yes}
          - key: kim-holds
            type: ownership.stated
            occurred: 2031-04
            summary: Kim holds the other half of Lamp Holding.
            actors: [{role: owner, actor: kim}, {role: asset, actor: lamp-holding}]
            claims: [{source: register-2031}]
            data: {owner: kim, asset: lamp-holding, share: 1/2, direct: yes}
          - key: holding-holds
            type: ownership.stated
            occurred: 2031-04
            summary: Lamp Holding holds a majority of Acme.
            actors: [{role: owner, actor: lamp-holding}, {role: asset, actor: acme}]
            claims: [{source: register-2031}]
            data:
              owner: lamp-holding
              asset: acme
              share: {printed: a majority, min: 1/2}
              direct: unknown

        """

    @Test func `shows owners, all paths together, and what decides about each rule`() async throws {
        try await Desk.use { desk in
            try desk.write(ActorTextTests.file, to: "owners.yaml")
            try await desk.done("import", "owners.yaml")
            let told = try await desk.done("actors", "acme").output
            #expect(
                told == """
                    Acme (acme)
                    company, NL

                    OWNERS
                      Lamp Holding holds from 1/2 to 1, directly: unknown, stated for April 2031
                        according to acme-owners/holding-holds
                        Jo holds 1/2, stated for April 2031
                          according to acme-owners/jo-holds
                        Kim holds 1/2, stated for April 2031
                          according to acme-owners/kim-holds
                      all paths together:
                        Jo: from 1/4 to 1/2
                        Kim: from 1/4 to 1/2
                        Lamp Holding: from 1/2 to 1

                    LISTED, OR OWNED BY LISTED PARTIES
                      OFAC 50 Percent Rule, in force since 13 August 2014: captured
                        Acme: Lamp Holding (captured) holds from 1/2 to 1, directly: unknown, stated
                        for April 2031
                        Acme: captured parties hold at least 1/2
                        Lamp Holding: Jo (captured) holds 1/2, stated for April 2031
                        Lamp Holding: captured parties hold at least 1/2
                        Jo: on SDN List
                      BIS Affiliates Rule, suspended since 10 November 2025 until 9 November 2026,
                      and what came after is not known: undetermined
                        Acme: captured parties hold from 0 to 1/2; the owner of 1/2 is not certain

                    EVENTS
                      2031-04 asset in acme-owners/holding-holds

                    as recorded at position 12

                    """)
        }
    }

    @Test func `a correction changes the answer from its position on, and not before`() async throws
    {
        try await Desk.use { desk in
            try desk.write(ActorTextTests.file, to: "owners.yaml")
            try await desk.done("import", "owners.yaml")
            try await desk.done(
                "correct", "acme-owners/jo-holds", "--set", "data.share=1/4", "--reason",
                "misreading", "--no-source", "read again")
            func answers(_ clock: String...) async throws -> [String?] {
                let asked = ["actors", "lamp-holding", "--json"] + clock
                let told = try JSON(try await desk.done(asked).stdout)
                return told["control_by_listed"].elements.map { $0["answer"].string }
            }
            #expect(try await answers() == ["undetermined", "not_captured"])
            #expect(try await answers("--known-at", "12") == ["captured", "not_captured"])
            #expect(try await answers("--as-of", "2031-03") == ["undetermined", "undetermined"])
            #expect(
                try await answers("--known-at", "12", "--published-by", "2031-04-01")
                    == ["undetermined", "undetermined"])
        }
    }
}
