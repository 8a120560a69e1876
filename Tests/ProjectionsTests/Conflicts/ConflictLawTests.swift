import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

/// Statements are not compared two by two where there are thousands; here they are.
@Suite("Conflicts among many statements")
struct ConflictLawTests {
    /// Each with those that it has a day in common with for certain.
    private static let periods: [String?: [String?]] = [
        nil: [nil], "2031": ["2031", "2031-04", "2031-05"], "2031-04": ["2031", "2031-04"],
        "2031-05": ["2031", "2031-05"], "2032": ["2032"],
    ]

    private struct Told {
        let name: String
        let value: Int64
        let period: String?

        func contradicts(_ other: Told) -> Bool {
            value != other.value
                && ConflictLawTests.periods[period]?.contains(other.period) ?? false
        }
    }

    @Test("are those that contradictions join, directly or through others")
    func figures() throws {
        var generator = SplitMix(seed: 0x5eed_00b0)
        var seen = 0
        for _ in 0..<200 {
            var history = History()
            let told = try (0..<Int.random(in: 2...9, using: &generator)).map { number in
                let period = ConflictLawTests.periods.keys.sorted { ($0 ?? "") < ($1 ?? "") }
                    .randomElement(using: &generator)
                let value = Int64.random(in: 1...3, using: &generator)
                return Told(name: "f\(number)", value: value, period: try #require(period))
            }
            for figure in told {
                history = try history.figure(figure.name, figure.value, figure.period)
            }
            let found = try history.conflicts().conflicts.map { conflict in
                Set(conflict.values.flatMap(\.claims).map(\.event.description))
            }
            let expected = components(told)
            #expect(Set(found) == Set(expected), "\(told)")
            seen += expected.count
        }
        #expect(seen > 100)
    }

    /// The groups of two or more, found by going from each to all that it contradicts.
    private func components(_ told: [Told]) -> [Set<String>] {
        var groups: [Set<String>] = []
        for start in told where !groups.contains(where: { $0.contains("acme/\(start.name)") }) {
            var (reached, frontier) = ([start.name], [start])
            while let one = frontier.popLast() {
                for other in told where one.contradicts(other) && !reached.contains(other.name) {
                    reached.append(other.name)
                    frontier.append(other)
                }
            }
            groups.append(Set(reached.map { "acme/\($0)" }))
        }
        return groups.filter { $0.count > 1 }
    }
}
