import CaseModel
import EventLog
import RandomSupport

/// What `append` promises, worked out event by event, by looking at all there is.
struct LogInMemory {
    struct Place: Equatable {
        let position: Int64
        let version: Int64
        let replayed: Bool
    }

    typealias Answer = Result<[Place], EventLogError>

    private var events: [MadeEvent] = []

    var count: Int { events.count }

    /// Takes the new ones of a batch, all or none, and answers where each of it stands.
    mutating func append(_ batch: [MadeEvent], _ expecting: [StreamName: Int64]) -> Answer {
        var fresh: [MadeEvent] = []
        for event in batch {
            if fresh.contains(where: event.clashes) { return .failure(.idConflict(event.id)) }
            if !fresh.contains(event) { fresh.append(event) }
        }
        if let clash = fresh.first(where: { events.contains(where: $0.clashes) }) {
            return .failure(.idConflict(clash.id))
        }
        fresh.removeAll(where: events.contains)
        if !fresh.isEmpty,
            let moved = expecting.sorted(by: { $0.key < $1.key }).first(where: {
                version(of: $0.key) != $0.value
            })
        {
            let actual = version(of: moved.key)
            return .failure(.versionConflict(moved.key, expected: moved.value, actual: actual))
        }
        let before = events.count
        events += fresh
        return .success(batch.indices.map { place(of: $0, in: batch, after: before) })
    }

    /// Versions to expect: mostly none, else those of two streams, sometimes one that moved on.
    func expectations(_ random: inout SplitMix) -> [StreamName: Int64] {
        guard Int.random(in: 0..<3, using: &random) == 0 else { return [:] }
        let streams = MadeEvent.streams.shuffled(using: &random).prefix(2)
        let error: Int64 = Int.random(in: 0..<4, using: &random) == 0 ? 1 : 0
        return Dictionary(
            uniqueKeysWithValues: streams.map { ($0, version(of: $0) + error) })
    }

    private func version(of stream: StreamName) -> Int64 {
        Int64(events.count { $0.stream == stream })
    }

    private func place(of index: Int, in batch: [MadeEvent], after before: Int) -> Place {
        let event = batch[index]
        let position = events.firstIndex(of: event) ?? -1
        return Place(
            position: Int64(position + 1),
            version: Int64(events[...position].count { $0.stream == event.stream }),
            replayed: position < before || batch[..<index].contains(event))
    }
}
