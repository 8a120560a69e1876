import CaseModel
import EventLog
import RandomSupport
import Testing

@Suite("Appends against a log in memory")
struct BatchLawTests {
    @Test("any mix of new, known, repeated and clashing events", arguments: [1, 2, 3] as [UInt64])
    func mixes(seed: UInt64) async throws {
        try await Scratch.use { scratch in
            var random = SplitMix(seed: seed)
            var model = LogInMemory()
            var outcomes: Set<String> = []
            for round in 0..<150 {
                let batch = (0..<Int.random(in: 1...7, using: &random)).map { _ in
                    MadeEvent.any(&random)
                }
                let expecting = model.expectations(&random)
                let told = await scratch.places(of: batch, expecting)
                #expect(
                    told == model.append(batch, expecting), "seed \(seed), round \(round): \(batch)"
                )
                outcomes.insert(told.kind)
            }
            #expect(outcomes == ["new", "replays", "both", "id conflict", "version conflict"])
            let (stored, head) = (try await scratch.count(), try await scratch.log.head())
            #expect(stored == model.count && head == model.count)
        }
    }
}

extension Scratch {
    /// What the log answers to a batch.
    fileprivate func places(
        of batch: [MadeEvent], _ expecting: [StreamName: Int64]
    ) async -> LogInMemory.Answer {
        do throws(EventLogError) {
            let recorded = try await log.append(
                batch.map(\.event), by: "anna", expecting: expecting)
            return .success(
                recorded.map {
                    .init(position: $0.position, version: $0.version, replayed: $0.replayed)
                })
        } catch { return .failure(error) }
    }
}

extension LogInMemory.Answer {
    /// Which of the ways that an append can go this one went.
    fileprivate var kind: String {
        switch self {
        case .success(let places) where places.allSatisfy(\.replayed): "replays"
        case .success(let places): places.contains(where: \.replayed) ? "both" : "new"
        case .failure(.idConflict): "id conflict"
        case .failure(.versionConflict): "version conflict"
        case .failure(let other): "\(other)"
        }
    }
}
