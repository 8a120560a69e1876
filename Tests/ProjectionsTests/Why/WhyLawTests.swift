import CanonicalJSON
import CaseModel
import Projections
import Testing

@Suite("A value of a case")
struct WhyLawTests {
    private static let lists = ["measures": "measure", "controls": "asset"]

    /// The members of the rows of a state by the field that asks for them.
    private func fields(_ events: [EffectiveEvent]) throws -> [String: JSONValue] {
        let slug = try #require(Slug("a"))
        let answer = CaseAnswer(
            state: CaseState(of: slug, events), knownAt: 0, registers: Registers())
        var fields: [String: JSONValue] = [:]
        for (list, name) in WhyLawTests.lists {
            for row in (answer.json.object?[list]?.array ?? []).compactMap(\.object) {
                let setBy = row["set_by"]?.string?.dropFirst("a/".count) ?? ""
                let key = list == "controls" ? ".\(setBy)" : ""
                for member in row.members {
                    fields["\(list).\(row[name]?.string ?? "")\(key).\(member.name)"] = member.value
                }
            }
        }
        return fields
    }

    @Test("is what the state says; without an event that is not among its reasons it is the same")
    func complete() throws {
        var generator = SeededGenerator(seed: 0x5eed_0090)
        var asked = 0
        for _ in 0..<12 {
            let record = try RandomRecord(using: &generator)
            let recorded = record.events.filter { $0.stream.slug.text == "a" }
            let events = try effective(recorded)
            let grounds = Grounds(of: try #require(Slug("a")), recorded: recorded, events)
            let identities = Set(WhyLawTests.lists.values)
            for (field, value) in try fields(events).sorted(by: { $0.key < $1.key })
            where !identities.contains(String(field.split(separator: ".").last ?? "")) {
                let why = try #require(grounds.why(field))
                #expect(why.value == value)
                #expect(!why.because.isEmpty, "\(field)")
                let named = Set(why.because.map(\.event.position))
                for left in events where !named.contains(left.event.position) {
                    let rest = events.filter { $0.event.position != left.event.position }
                    let without = try fields(rest)[field]
                    // Where the whole row goes, there is nothing to ask.
                    #expect(without == nil || without == value, "\(field)")
                    asked += 1
                }
            }
        }
        #expect(asked > 500)
    }
}
