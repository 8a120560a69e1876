import CanonicalJSON
import CaseModel
import RandomSupport
import Testing

@Suite("Laws of corrections")
struct HistoryLawTests {
    @Test("agree with a slow reading of the same history", arguments: [0x5eed_0010, 0x5eed_0011])
    func oracle(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for round in 0..<1_500 {
            let history = RandomHistory(using: &generator)
            let oracle = Oracle(deeds: history.deeds)
            let standing = try effective(try history.log(using: &generator).events)
            let wrong = standing.indices.filter { !oracle.agrees(with: standing[$0], line: $0) }
            #expect(wrong == [], "seed \(seed), round \(round): \(history.deeds)")
        }
    }

    @Test("nothing recorded later changes what was known before")
    func prefixes() throws {
        var generator = SplitMix(seed: 0x5eed_0012)
        for _ in 0..<300 {
            let log = try RandomHistory(using: &generator).log(using: &generator)
            for count in 1...log.events.count {
                let before = try effective(Array(log.events.prefix(count)))
                #expect(before.map(\.event.id) == log.events.prefix(count).map(\.id))
                #expect(before.last?.event == log.events[count - 1])
                #expect(before.last?.retraction == nil)
            }
        }
    }

    @Test("independent corrections commute")
    func commuting() throws {
        let corrections: [JSONObject] = [
            ["occurred": "2031-05"], ["summary": "Acme burns its stock."],
            ["data.what": "burns it"], ["links": [link]], ["claims": [["source": "letter"]]],
        ]
        let expected = try corrected(by: corrections)
        var generator = SplitMix(seed: 0x5eed_0013)
        for _ in 0..<100 {
            let shuffled = corrections.shuffled(using: &generator)
            #expect(try corrected(by: shuffled) == expected)
        }
    }

    private let link: JSONValue = [
        "relation": "follows", "to": "acme/other", "basis": "temporal", "asserted_by": ["analyst"],
    ]

    private func corrected(by corrections: [JSONObject]) throws -> JSONObject {
        var log = Log()
        try log.add("action.taken", "move", happening())
        for (number, set) in corrections.enumerated() {
            try log.correct("acme/move", as: "fix-\(number)", set)
        }
        return try log.standing("move").event.json
    }

    @Test("retracting and restoring a line changes no answer")
    func restored() throws {
        var generator = SplitMix(seed: 0x5eed_0014)
        for _ in 0..<500 {
            let history = RandomHistory(using: &generator)
            var log = try history.log(using: &generator)
            let before = try effective(log.events).map(\.answer)
            let line = Int.random(in: history.deeds.indices, using: &generator)
            try log.retract("acme/line-\(line)", as: "undo")
            try log.retract("acme/undo", as: "redo")
            #expect(try effective(log.events).dropLast(2).map(\.answer) == before)
        }
    }
}

extension EffectiveEvent {
    /// What a reader sees of it.
    fileprivate var answer: [JSONValue] { [.object(event.json), .bool(retraction == nil)] }
}

extension Oracle {
    /// Whether a line reads as it should.
    fileprivate func agrees(with event: EffectiveEvent, line: Int) -> Bool {
        (event.retraction == nil) == stands(line)
            && (text(line).map { event.event.json["data"] == ["text": .string($0)] } ?? true)
    }
}
