import CanonicalJSON

/// How much one writer or reader did, and how long each piece took.
struct Laps: Sendable {
    private var count = 0
    private var spent = Duration.zero
    private var each: [Duration] = []
    private let clock = ContinuousClock()
    private let begun = ContinuousClock.now

    /// How long it goes on already, with what was done beside the pieces.
    var elapsed: Duration { clock.now - begun }

    /// Times a piece of work that does so many things.
    mutating func lap<Failure: Error>(
        _ count: Int, _ work: () async throws(Failure) -> Void
    ) async throws(Failure) {
        let start = clock.now
        try await work()
        let took = clock.now - start
        self.count += count
        spent += took
        each.append(took)
    }

    /// Several as one line of JSON, each with its count, the time of all pieces in nanoseconds, and
    /// that of each in microseconds.
    static func line(_ laps: [Laps]) -> String {
        let bytes = JSONValue.array(laps.map(\.json)).canonicalBytes()
        return String(decoding: bytes, as: UTF8.self)
    }

    private var json: JSONValue {
        [
            "count": .integer(Int64(count)), "nanoseconds": .integer(spent.nanoseconds),
            "latencies": .array(each.map { .integer($0.nanoseconds / 1_000) }),
        ]
    }
}

extension Duration {
    fileprivate var nanoseconds: Int64 {
        components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
    }
}
