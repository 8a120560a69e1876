import CanonicalJSON
import CaseModel
import Projections
import Testing

/// The names of an actor over time.
@Suite struct DatedNameTests {
    @Test func `a renaming ends one name and begins another`() throws {
        let history = try History().source("gazette")
            .adding(
                "actor.registered", "registered",
                [
                    "data": [
                        "name": "New Lamps", "type": "company", "also": ["Lamps"],
                        "names": [
                            ["name": "新灯", "language": "zh", "script": "Hans", "from": "2030"]
                        ],
                    ]
                ], in: "actor/lamps"
            )
            .happened(
                "renaming", "entity.renamed", "2031-05~",
                ["entity": "lamps", "old": "Old Lamps", "new": "New Lamps"])
        let all = KnownActor.all(in: try history.standing, registers: try history.registers)
        let lamps = try #require(all.first { $0.slug.slug.text == "lamps" })
        let told = lamps.names.map { name in
            [name.name, name.from?.text ?? "", name.to?.text ?? "", name.language ?? ""]
        }
        #expect(
            told == [
                ["New Lamps", "2031-05~", "", ""], ["Lamps", "", "", ""], ["新灯", "2030", "", "zh"],
                ["Old Lamps", "", "2031-05~", ""],
            ])
        #expect(lamps.names.map(\.events.count) == [1, 0, 0, 1])
    }
}
