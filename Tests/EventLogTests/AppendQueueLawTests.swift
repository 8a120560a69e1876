import CaseModel
import RandomSupport
import Testing

@testable import EventLog

@Suite("Appends that wait for one another")
struct AppendQueueLawTests {
    /// One caller's append.
    private struct Attempt: Sendable {
        let events: [MadeEvent]
        let expecting: [StreamName: Int64]
    }

    @Test("are each answered as if they had gone alone, whatever they expect", arguments: 1...40)
    func law(seed: Int) async throws {
        var random = SplitMix(seed: UInt64(seed))
        let attempts = (0..<60).map { _ in anyAttempt(&random) }
        let log = SlowLog(attempts.flatMap(\.events))
        let queue = AppendQueue()
        let outcomes = await withTaskGroup(of: (Int, AppendQueue.Outcome).self) { group in
            for (index, attempt) in attempts.enumerated() {
                group.addTask {
                    let request = AppendQueue.Request(
                        events: attempt.events.map(\.event), name: "anna",
                        expecting: attempt.expecting)
                    return (
                        index,
                        await queue.append(request) { request in
                            // The first one is sent when all others wait for it.
                            while await log.isEmpty, await queue.waitingCount < attempts.count - 1 {
                                await Task.yield()
                            }
                            return await log.append(request)
                        }
                    )
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(await log.largestBatch > 3)
        let streams = await log.streams
        for (index, attempt) in attempts.enumerated() {
            let outcome = try #require(outcomes[index])
            try expectAlone(attempt, outcome, streams, log)
        }
    }

    private func anyAttempt(_ random: inout SplitMix) -> Attempt {
        let count = Int.random(in: 1...3, using: &random)
        // A stream that no attempt writes to: only what is expected of it keeps two of them apart.
        let streams = MadeEvent.streams + [.at("quiet")]
        let expecting = streams.filter { _ in Bool.random(using: &random) }.map {
            ($0, Int64.random(in: 0...2, using: &random))
        }
        return Attempt(
            events: (0..<count).map { _ in MadeEvent.any(&random) },
            expecting: Bool.random(using: &random)
                ? [:] : Dictionary(uniqueKeysWithValues: expecting))
    }

    /// The streams are those of all events, in order of position.
    private func expectAlone(
        _ attempt: Attempt, _ outcome: AppendQueue.Outcome, _ streams: [StreamName], _ log: SlowLog
    ) throws {
        switch outcome {
        case .success(let places):
            for (event, place) in zip(attempt.events, places) {
                #expect(place.id == event.id)
                #expect(streams[Int(place.position) - 1] == event.stream)
            }
            guard let first = places.filter({ !$0.replayed }).map(\.position).min() else { return }
            for (stream, version) in attempt.expecting {
                let before = streams.prefix(Int(first) - 1).count { $0 == stream }
                #expect(Int64(before) == version, "\(stream) was at \(before), not \(version)")
            }
        case .failure(.versionConflict(let stream, let expected, let actual)):
            #expect(attempt.expecting[stream] == expected && expected != actual)
        case .failure(let error):
            #expect(attempt.events.contains { error == .idConflict($0.id) }, "\(error)")
        }
    }
}

/// A log that takes its time, so that callers wait for one another.
private actor SlowLog {
    /// Whether nothing was sent to it yet.
    private(set) var isEmpty = true
    private var log = LogInMemory()
    private var made: [[UInt8]: MadeEvent] = [:]
    private(set) var streams: [StreamName] = []
    private(set) var largestBatch = 0

    init(_ events: [MadeEvent]) {
        for event in events { made[SlowLog.name(event.event)] = event }
    }

    func append(_ request: AppendQueue.Request) async -> AppendQueue.Outcome {
        isEmpty = false
        for _ in 0..<20 { await Task.yield() }
        let events = request.events.compactMap { made[SlowLog.name($0)] }
        largestBatch = max(largestBatch, events.count)
        return log.append(events, request.expecting).map { places in
            zip(events, places).map { event, place in
                if Int(place.position) > streams.count { streams.append(event.stream) }
                return Recorded(
                    id: event.id, position: place.position, version: place.version,
                    recordedAt: Instant(microseconds: 0), replayed: place.replayed)
            }
        }
    }

    private static func name(_ event: NewEvent) -> [UInt8] {
        Array(event.id.text.utf8) + event.body
    }
}
