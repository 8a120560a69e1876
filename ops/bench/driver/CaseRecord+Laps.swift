import CaseModel
import Casework
import EventLog
import Projections

extension CaseRecord {
    /// Appends events, so many a commit, until the time is over.
    func append(
        _ events: SampleEvents, by count: Int, for time: Duration
    ) async throws -> Laps {
        var (events, laps) = (events, Laps())
        while laps.elapsed < time {
            let batch = events.next(count)
            try await laps.lap(count) {
                _ = try await log.append(batch, by: "bench")
            }
        }
        return laps
    }

    /// Appends from several tasks that share this log, each one event a commit and waiting for its
    /// own.
    func append(
        from writers: [SampleEvents], for time: Duration
    ) async throws -> [Laps] {
        try await withThrowingTaskGroup(of: Laps.self) { group in
            for events in writers {
                group.addTask { try await append(events, by: 1, for: time) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    /// Reads the whole log in order, every event into its Swift type.
    func replay() async throws -> Laps {
        let head = try await log.head()
        var laps = Laps()
        try await laps.lap(Int(head)) {
            _ = try await log.fold(1...head, into: Int64(0)) { happenings, stored in
                if try Event(stored).type.isWorld { happenings += 1 }
            }
        }
        return laps
    }

    /// Loads and folds one case after another, of those with some numbers, until the time is over.
    func load(_ numbers: ClosedRange<Int>, for time: Duration) async throws -> Laps {
        var (laps, round) = (Laps(), 0)
        while laps.elapsed < time {
            // A prime step goes through all of them, each far from the one before.
            let number = numbers.lowerBound + round * 7919 % numbers.count
            round += 1
            guard let slug = Slug("case-\(number)") else { continue }
            try await laps.lap(1) {
                let events = try await reader.effectiveEvents([StreamName(.case, slug)])
                guard CaseState(of: slug, events).isOpen else { throw CaseworkError.notOpen(slug) }
            }
        }
        return laps
    }
}

extension CaseworkError {
    /// Every case of the made-up record is open: another answer means that it was not read.
    fileprivate static func notOpen(_ slug: Slug) -> CaseworkError {
        CaseworkError(.internal, "the case \(slug) was not read")
    }
}
