import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("Laws of what changed")
struct DifferenceLawTests {
    private func difference(
        _ log: [Event], _ old: Clocks, _ new: Clocks
    ) throws -> CaseDifference {
        CaseDifference(from: try reading("a", log, old), to: try reading("a", log, new))
    }

    /// State and timeline of a case, with the fields of the events.
    private func shown(_ log: [Event], _ clocks: Clocks) throws -> [JSONValue] {
        let known = log.filter { $0.position <= clocks.knownAt ?? .max }
        let sources = try effective(known.filter { $0.stream.kind == .source })
        let events = try effective(
            known.filter { $0.stream.text == "case/a" }, by: clocks,
            publications: Publications(sources))
        guard !events.isEmpty else { return [] }
        let registers = Registers(sources)
        let state = CaseState(of: try #require(Slug("a")), events, asOf: clocks.asOf)
        var told = CaseAnswer(state: state, knownAt: 0, registers: registers).json.object
        // What is disputed stands in the timeline, too.
        told?["disputes"] = nil
        return [told.map { .object($0) } ?? .null]
            + Timeline(events, registers: registers).entries.map(\.answer)
    }

    @Test("step by step through the log, each change is the doing of the one event recorded")
    func steps() throws {
        var generator = SplitMix(seed: 0x5eed_00a0)
        var seen = 0
        for _ in 0..<6 {
            let log = try RandomRecord(using: &generator).events
            for position in 0..<Int64(log.count) {
                let (old, new) = (Clocks(knownAt: position), Clocks(knownAt: position + 1))
                let changes = try difference(log, old, new).changes
                for change in changes {
                    #expect(change.because.map(\.position) == [position + 1], "\(change.field)")
                    #expect(change.old != change.new)
                }
                #expect(changes.isEmpty == (try shown(log, old) == shown(log, new)))
                seen += changes.count
            }
        }
        #expect(seen > 60)
    }

    @Test("by any clock there are changes where the answers differ, and each has its events")
    func clocks() throws {
        var generator = SplitMix(seed: 0x5eed_00a1)
        var seen = 0
        for _ in 0..<15 {
            let log = try RandomRecord(using: &generator).events
            let (old, new) = (
                try AskedClocks(using: &generator).clocks, try AskedClocks(using: &generator).clocks
            )
            let changes = try difference(log, old, new).changes
            #expect(changes.isEmpty == (try shown(log, old) == shown(log, new)))
            #expect(changes.allSatisfy { !$0.because.isEmpty })
            #expect(try difference(log, old, old).changes.isEmpty)
            seen += changes.count
        }
        #expect(seen > 40)
    }
}
