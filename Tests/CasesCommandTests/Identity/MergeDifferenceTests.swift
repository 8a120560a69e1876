import TestSupport
import Testing

@Suite("A merge of actors, between two instants")
struct MergeDifferenceTests {
    @Test("changes the fields that name it, and diff says which merge changed which")
    func eachToItsOwn() async throws {
        try await Desk.use { desk in
            try desk.write(
                """
                sources:
                  one: {title: One, publisher: null, published: 2031-02}
                  two: {title: Two, publisher: null, published: 2031-02}
                actors:
                  mill: {name: Mill, type: company}
                  works: {name: Works, type: company}
                  trade: {name: Trade, type: agency}
                  ministry: {name: Ministry, type: agency}
                case: merges
                title: Merges
                events:
                  - key: seizure
                    type: control.taken
                    occurred: 2031-01-02
                    summary: The mill is taken.
                    actors: [{role: actor, actor: trade}]
                    claims: [{source: one}]
                    data: {asset: mill}
                  - key: otherwise
                    type: claim.added
                    claims: [{source: two}]
                    data: {event: merges/seizure, field: data.asset, value: works}

                """, to: "merges.yaml")
            try await desk.done("import", "merges.yaml")
            try desk.write(
                TwoNames.merge("mill", into: "works") + TwoNames.merge("trade", into: "ministry"),
                to: "merged.jsonl")
            let head = try await desk.json("list")["known_at"].integer ?? 0
            try await desk.done("import", "merged.jsonl")
            let changes = try await desk.json(
                "diff", "merges", "--from", "\(head)", "--to", "\(head + 2)")["changes"].elements
            let because = Dictionary(
                uniqueKeysWithValues: changes.filter { $0["what"] == "timeline" }.map {
                    ($0["field"].string, $0["because"].elements.map { $0.string })
                })
            #expect(
                because == [
                    "seizure.actors": ["actor/trade/merged"],
                    "seizure.data.asset": ["actor/mill/merged"],
                    "seizure.status": ["actor/mill/merged"],
                    "seizure.dissent": ["actor/mill/merged"],
                ])
        }
    }
}
