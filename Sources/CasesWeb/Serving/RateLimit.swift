import Synchronization

/// How many requests a client may send: some at once, and then so many a second (token bucket).
final class RateLimit: Sendable {
    private struct Bucket {
        var requests: Int
        var since: ContinuousClock.Instant
    }

    private let perSecond: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    /// How many seconds' requests may come at once.
    static let burst = 10
    /// How many clients are remembered before those that have rested are forgotten.
    private static let most = 10_000

    /// A limit of requests a second for each client; 0 for none.
    init(perSecond: Int) { self.perSecond = perSecond }

    /// Whether a client may send one more request at a moment.
    func allows(_ client: String, at now: ContinuousClock.Instant = .now) -> Bool {
        guard perSecond > 0 else { return true }
        return buckets.withLock { buckets in
            let client = place(of: client, in: &buckets, at: now)
            var bucket =
                buckets[client] ?? Bucket(requests: RateLimit.burst * perSecond, since: now)
            refill(&bucket, at: now)
            defer { buckets[client] = bucket }
            guard bucket.requests > 0 else { return false }
            bucket.requests -= 1
            return true
        }
    }

    /// The name of a client's bucket: its own, or one that all others share while too many clients are
    /// remembered.
    private func place(
        of client: String, in buckets: inout [String: Bucket], at now: ContinuousClock.Instant
    ) -> String {
        guard buckets[client] == nil, buckets.count >= RateLimit.most else { return client }
        buckets = buckets.filter { now - $0.value.since < .seconds(RateLimit.burst) }
        return buckets.count < RateLimit.most ? client : ""
    }

    private func refill(_ bucket: inout Bucket, at now: ContinuousClock.Instant) {
        let step = Duration.seconds(1) / perSecond
        let passed = Int((now - bucket.since) / step)
        guard passed > 0 else { return }
        bucket.requests = min(bucket.requests + passed, RateLimit.burst * perSecond)
        bucket.since = bucket.since.advanced(by: step * passed)
    }
}
