import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("A value of a case")
struct WhyLawTests {
    private static let rows = [
        "measures": ["measure"], "controls": ["asset"],
        "roles": ["person", "organisation", "role"],
        "listings": ["list", "party"],
    ]

    /// The members of the rows of a state by a day, by the field that asks for them.
    private func fields(
        of slug: String, _ events: [EffectiveEvent], asOf: EDTFDate? = nil
    ) throws -> [String: JSONValue] {
        let state = CaseState(of: try #require(Slug(slug)), events, asOf: asOf)
        let answer = CaseAnswer(state: state, knownAt: 0, registers: Registers()).json.object
        var fields: [String: JSONValue] = [:]
        for (list, identity) in WhyLawTests.rows {
            for row in (answer?[list]?.array ?? []).compactMap(\.object) {
                let maker = row["set_by"]?.string?.dropFirst("\(slug)/".count)
                let names = identity.compactMap { row[$0]?.string }
                let parts = [list] + names + (list == "controls" ? [String(maker ?? "")] : [])
                for member in row.members where !identity.contains(member.name) {
                    fields[(parts + [member.name]).joined(separator: ".")] = member.value
                }
            }
        }
        return fields
    }

    @Test("is what the state says; without an event that is not among its reasons it is the same")
    func complete() throws {
        var generator = SplitMix(seed: 0x5eed_0090)
        var asked = 0
        for _ in 0..<12 {
            let record = try RandomRecord(using: &generator)
            let recorded = record.events.filter { $0.stream.slug.text == "a" }
            let events = try effective(recorded)
            let grounds = Grounds(of: try #require(Slug("a")), recorded: recorded, events)
            for (field, value) in try fields(of: "a", events).sorted(by: { $0.key < $1.key }) {
                let why = try #require(grounds.why(field))
                #expect(why.value == value)
                #expect(!why.because.isEmpty, "\(field)")
                let named = Set(why.because.map(\.event.position))
                for left in events where !named.contains(left.event.position) {
                    let rest = events.filter { $0.event.position != left.event.position }
                    let without = try fields(of: "a", rest)[field]
                    // Where the whole row goes, there is nothing to ask.
                    #expect(without == nil || without == value, "\(field)")
                    asked += 1
                }
            }
        }
        #expect(asked > 500)
    }

    @Test("of any life, by any day, is the same without an event that is not among its reasons")
    func lives() throws {
        var generator = SplitMix(seed: 0x5eed_0091)
        var asked = 0
        for _ in 0..<60 {
            let events = try effective(
                try RandomLife(using: &generator).history.events.filter {
                    $0.stream.text == "case/acme"
                })
            let day = try ["2031-04-06", "2031-04-12", nil].randomElement(using: &generator)?
                .map { try EDTFDate(spelling: $0) }
            let grounds = Grounds(
                of: try #require(Slug("acme")), recorded: events.map(\.event), events, asOf: day)
            for (field, value) in try fields(of: "acme", events, asOf: day).sorted(by: {
                $0.key < $1.key
            }) {
                let why = try #require(grounds.why(field), "\(field)")
                #expect(why.value == value)
                let named = Set(why.because.map(\.event.position))
                for left in events where !named.contains(left.event.position) {
                    let rest = events.filter { $0.event.position != left.event.position }
                    let without = try fields(of: "acme", rest, asOf: day)[field]
                    #expect(
                        without == nil || without == value,
                        "\(field) without \(left.event.reference)")
                    asked += 1
                }
            }
        }
        #expect(asked > 500)
    }
}
