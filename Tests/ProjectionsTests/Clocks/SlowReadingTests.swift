import CanonicalJSON
import CaseModel
import Projections
import RandomSupport
import Testing

@Suite("By any clocks, state, timeline and chain")
struct SlowReadingTests {
    @Test(
        "are those that are worked out the slow way",
        arguments: [0x5eed_0060, 0x5eed_0061, 0x5eed_0062, 0x5eed_0063])
    func agree(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        for round in 0..<125 {
            let record = try RandomRecord(using: &generator)
            for _ in 0..<20 {
                let events = record.selection(using: &generator)
                let asked = AskedClocks(using: &generator)
                guard disagree(events, asked) else { continue }
                let fewest = shrunk(events, asked)
                let story = fewest.map(\.line).joined(separator: "\n")
                let (quick, slow) = (answers(fewest, asked), slowAnswers(fewest, asked))
                Issue.record(
                    "seed \(seed), round \(round), \(asked):\n\(story)\n\(quick)\n\(slow)")
                return
            }
        }
    }

    private func disagree(_ events: [Event], _ asked: AskedClocks) -> Bool {
        answers(events, asked) != slowAnswers(events, asked)
    }

    /// The record without any event that the disagreement does not need.
    private func shrunk(_ events: [Event], _ asked: AskedClocks) -> [Event] {
        for index in events.indices {
            var fewer = events
            fewer.remove(at: index)
            if disagree(fewer, asked) { return shrunk(fewer, asked) }
        }
        return events
    }

    private func answers(_ events: [Event], _ asked: AskedClocks) -> [String] {
        texts { try ClockedAnswers(events, asked) }
    }

    private func slowAnswers(_ events: [Event], _ asked: AskedClocks) -> [String] {
        texts { try ClockedAnswers(slowly: events, asked) }
    }

    private func texts(_ answers: () throws -> ClockedAnswers) -> [String] {
        do {
            let answers = try answers()
            return [answers.state, answers.timeline, answers.chain].map {
                String(decoding: $0.canonicalBytes(), as: UTF8.self)
            }
        } catch {
            return ["it cannot be read: \(error)"]
        }
    }
}

extension Event {
    /// The event as a line of a log.
    fileprivate var line: String {
        let body = String(decoding: JSONValue.object(json).canonicalBytes(), as: UTF8.self)
        return "\(position) \(stream)#\(version) \(type.name) \(body)"
    }
}
