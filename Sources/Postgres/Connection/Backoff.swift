/// The pauses between attempts that meet a passing failure: each twice as long as the last, up to a
/// second, until a deadline.
package struct Backoff: Sendable {
    private let deadline: ContinuousClock.Instant
    private var pause = Duration.milliseconds(20)

    /// Pauses for attempts that go on for `patience` from now.
    package init(for patience: Duration) { deadline = .now + patience }

    /// Waits before the next attempt; false where the deadline would pass or the task was cancelled.
    package mutating func wait() async -> Bool {
        let next = ContinuousClock.now + pause
        pause = min(pause * 2, .seconds(1))
        guard next < deadline else { return false }
        return (try? await Task.sleep(until: next, clock: .continuous)) != nil
    }
}
