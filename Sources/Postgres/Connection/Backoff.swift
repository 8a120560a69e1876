import Logging

/// Retries with back-off: each pause is twice as long as the last, up to a second, until a
/// deadline.
///
/// Every failed attempt is logged at level debug. If the attempts take longer than a second, one
/// line is logged at level info, so that a waiting user knows why.
package struct Backoff: Sendable {
    private let limit: Duration
    private let begun = ContinuousClock.now
    private var pause = Duration.milliseconds(20)
    private var attempt = 0
    private var isTold = false

    /// Creates a back-off whose deadline is `limit` from now.
    package init(for limit: Duration) { self.limit = limit }

    /// Waits before the next attempt; false if the deadline would pass or the task was cancelled.
    ///
    /// `reason` says why the last attempt failed, in one line of readable text.
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
