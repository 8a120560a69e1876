import CanonicalJSON
import Casework
import HTTPTypes
import Pages
import Synchronization
import Wording

/// The log as its followers see it: however many they are, its end is asked for once a second.
actor FollowedLog {
    private let sites: SitePool
    private var known: (end: Int64, since: ContinuousClock.Instant)?
    private var asking: Task<Int64, any Error>?
    private let followers = Followers()

    init(_ sites: SitePool) { self.sites = sites }

    /// The position of the last event, no older than a second; all who ask at once share a query.
    func end() async throws -> Int64 {
        let now = ContinuousClock.now
        if let known, now - known.since < .seconds(1) { return known.end }
        let task = asking ?? Task { [sites] in try await sites.use { try await $0.head() } }
        asking = task
        defer { if asking == task { asking = nil } }
        let end = try await task.value
        known = (end, now)
        return end
    }

    /// The position of the last event now.
    nonisolated func endNow() async throws -> Int64 {
        try await sites.use { try await $0.head() }
    }

    /// The events at some positions as messages.
    ///
    /// - Throws: An error for an event that cannot be read: none is left out.
    nonisolated func messages(at positions: ClosedRange<Int64>) async throws -> String {
        let lines = try await sites.use { site in
            try await site.record.export(at: positions).map(\.json.line)
        }
        return zip(positions, lines).map { "id: \($0)\ndata: \($1)\n\n" }.joined()
    }

    /// Counts one follower more.
    ///
    /// - Throws: A refusal if there are too many already.
    nonisolated func takePlace() throws(Refusal) -> FollowerPlace { try followers.enter() }
}

/// How many clients follow the log.
final class Followers: Sendable {
    private let count = Mutex(0)

    /// How many there are at most: each holds a connection.
    private static let most = 64

    fileprivate func enter() throws(Refusal) -> FollowerPlace {
        let isFree = count.withLock { count in
            guard count < Followers.most else { return false }
            count += 1
            return true
        }
        guard isFree else {
            throw Refusal(
                .serviceUnavailable, "too many clients follow the log",
                hint: "ask for the log from time to time", fields: [.retryAfter: "60"])
        }
        return FollowerPlace(self)
    }

    fileprivate func leave() { count.withLock { $0 -= 1 } }
}

/// The place of one follower, which is free again when nothing holds it: also where the client left
/// before anything was sent.
final class FollowerPlace: Sendable {
    private let followers: Followers

    fileprivate init(_ followers: Followers) { self.followers = followers }

    deinit { followers.leave() }
}
