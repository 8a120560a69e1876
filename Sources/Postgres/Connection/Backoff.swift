import Logging

/// The pauses between attempts that meet a passing failure: each twice as long as the last, up to a
/// second, until a deadline.
///
/// Every failed attempt is logged at level debug. Attempts that go on for longer than a second are
/// told once, at level info, for a person who waits.
package struct Backoff: Sendable {
    private let limit: Duration
    private let begun = ContinuousClock.now
    private var pause = Duration.milliseconds(20)
    private var attempt = 0
    private var isTold = false

    /// Pauses for attempts that go on for `limit` from now.
    package init(for limit: Duration) { self.limit = limit }

    /// Waits before the next attempt; false where the deadline would pass or the task was cancelled.
    ///
    /// `reason` is why the last attempt failed, in one line for a person.
    package mutating func wait(after reason: String) async -> Bool {
        attempt += 1
        Logger.current.debug(
            "retry", metadata: [LogKey.attempt: "\(attempt)", LogKey.reason: "\(reason)"])
        let next = ContinuousClock.now + pause
        pause = min(pause * 2, .seconds(1))
        guard next < begun + limit else { return false }
        if !isTold, next > begun + .seconds(1) {
            Logger.current.info("\(reason); trying for \(limit.components.seconds) seconds")
            isTold = true
        }
        return (try? await Task.sleep(until: next, clock: .continuous)) != nil
    }
}
